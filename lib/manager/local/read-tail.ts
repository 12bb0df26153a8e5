/*
 * Owns reading the last lines of a file that may be huge. Does not know what they say.
 */
import { open } from 'node:fs/promises';

const maxTailBytes = 16 * 1024 * 1024;

/** The whole lines in the last 16 MB, as text; null when the file can't be read. */
export async function readTail(path: string, maxBytes = maxTailBytes): Promise<string[] | null> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const from = Math.max(0, size - maxBytes);
      const buffer = Buffer.alloc(size - from);
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, from + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      const lines = buffer.toString('utf8', 0, filled).split('\n');
      return from > 0 ? lines.slice(1) : lines;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
