/*
 * Owns writing into an existing file when it can't be replaced (the way the Wazuh API does it): inode, owner and mode
 * stay. Not atomic, so a failed write puts the old bytes back and says whether that worked.
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
    try {
      await overwrite(handle, bytes);
      return 'written';
    } catch (error) {
      return {
        errno: errnoOf(error),
        restored: await overwrite(handle, old).then(
          () => true,
          () => false,
        ),
      };
    }
  } catch (error) {
    return { errno: errnoOf(error), restored: true };
  } finally {
    await handle.close().catch(() => undefined);
  }
}

async function overwrite(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) done += (await handle.write(bytes, done, bytes.length - done, done)).bytesWritten;
  await handle.truncate(bytes.length);
  await handle.sync();
}
