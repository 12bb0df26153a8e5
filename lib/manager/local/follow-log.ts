/*
 * Owns following a growing log from a byte offset, through rotation and truncation.
 * Does not know what the lines say.
 */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { splitLines } from './split-lines.ts';

const pollMilliseconds = 200;
const chunkBytes = 256 * 1024;

/** The size of the log now; 0 when there is none. */
export async function loadLogEnd(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.size,
    () => 0,
  );
}

/** Batches of whole lines added from `offset` on. Waits for a log that does not exist yet. Ends on abort. */
export async function* followLog(path: string, offset: number, signal: AbortSignal): AsyncGenerator<string[]> {
  let lines: string[] = [];
  let splitter = splitLines((line) => lines.push(line), 64 * 1024);
  let handle: FileHandle | null = null;
  let position = offset;
  try {
    while (!signal.aborted) {
      handle ??= await open(path, 'r').catch(() => null);
      const before = handle;
      if (handle) {
        // Looked at before reading: what a rotated log still received is read before it is left.
        const rotated = await isRotated(handle, path);
        if ((await handle.stat()).size < position) position = 0;
        position = await readAdded(handle, position, splitter.add);
        if (rotated) {
          await handle.close();
          handle = null;
          position = 0;
          splitter.end();
          splitter = splitLines((line) => lines.push(line), 64 * 1024);
        }
      }
      if (lines.length > 0) {
        const batch = lines;
        lines = [];
        yield batch;
      } else if (handle !== null || before === null)
        await sleep(pollMilliseconds, undefined, { signal }).catch(() => {});
    }
  } finally {
    await handle?.close();
  }
}

async function isRotated(handle: FileHandle, path: string): Promise<boolean> {
  const [opened, current] = await Promise.all([handle.stat(), stat(path).catch(() => null)]);
  return current !== null && (current.ino !== opened.ino || current.dev !== opened.dev);
}

async function readAdded(handle: FileHandle, from: number, add: (chunk: Uint8Array) => void): Promise<number> {
  let position = from;
  const buffer = Buffer.alloc(chunkBytes);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, chunkBytes, position);
    if (bytesRead === 0) return position;
    add(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}
