/*
 * Owns writing into an existing file when it can't be replaced (the way the Wazuh API does it): inode, owner and mode
 * stay. Not atomic: bytes before the first difference are not touched, and a failed write puts the old ones back and says
 * whether that worked.
 */
import type { FileHandle } from 'node:fs/promises';
import { errnoOf } from './describe-file-failure.ts';
import type { FileSystem } from './file-system.ts';
import { hashBytes } from './load-config.ts';

export type InPlaceResult = 'written' | 'changed' | { errno: string; restored: boolean };

/** Overwrites the file if it still has `expectedSha256`. */
export async function writeInPlace(
  fs: FileSystem,
  target: string,
  { bytes, expectedSha256 }: { bytes: Uint8Array; expectedSha256: string },
): Promise<InPlaceResult> {
  let handle: FileHandle;
  try {
    handle = await fs.open(target, 'r+');
  } catch (error) {
    return { errno: errnoOf(error), restored: true };
  }
  try {
    const old = new Uint8Array(await handle.readFile());
    if (hashBytes(old) !== expectedSha256) return 'changed';
    const from = firstDifference(old, bytes);
    try {
      await overwrite(handle, bytes, { from, shrinks: bytes.length < old.length });
      return 'written';
    } catch (error) {
      return { errno: errnoOf(error), restored: await putBack(handle, old, from) };
    }
  } catch (error) {
    return { errno: errnoOf(error), restored: true };
  } finally {
    await handle.close().catch(() => undefined);
  }
}

/** Whether the old bytes are there again. A disk that can't be made to keep them at once still gives them to every reader. */
async function putBack(handle: FileHandle, old: Uint8Array, from: number): Promise<boolean> {
  try {
    await writeFrom(handle, old, from);
    await handle.truncate(old.length);
  } catch {
    return false;
  }
  await handle.sync().catch(() => undefined);
  return true;
}

type Extent = { from: number; shrinks: boolean };

/**
 * As little as possible, front to back, in one call where the system takes it in one; the length last. A kill in between
 * leaves new bytes followed by old ones, which torn-write.ts recognises.
 */
async function overwrite(handle: FileHandle, bytes: Uint8Array, { from, shrinks }: Extent): Promise<void> {
  await writeFrom(handle, bytes, from);
  // A power cut must not find the new length with the old bytes: length is journaled, bytes are not.
  if (shrinks) await handle.sync();
  await handle.truncate(bytes.length);
  await handle.sync();
}

async function writeFrom(handle: FileHandle, bytes: Uint8Array, from: number): Promise<void> {
  let done = from;
  while (done < bytes.length) done += (await handle.write(bytes, done, bytes.length - done, done)).bytesWritten;
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}
