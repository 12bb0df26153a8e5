/*
 * Owns the atomic replacement of a file: a complete new file beside it, then one rename.
 * Whatever fails, the old file is whole and the new one is gone. Knows nothing about configurations.
 */
import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from './describe-file-failure.ts';
import type { FileSystem } from './file-system.ts';

export type Replacement = {
  /** Real path of the file: symlinks already resolved. */
  target: string;
  bytes: Uint8Array;
  mode: number;
  uid: number;
  gid: number;
  /** Asked just before the rename: false stops everything. */
  isUnchanged(): Promise<boolean>;
};

export type ReplaceResult = 'replaced' | 'changed' | 'cannot-replace' | { errno: string };

const leftoverAfterMilliseconds = 10 * 60 * 1000;

/** A folder or owner that only forbids replacing: writing into the file itself may still be allowed. */
const onlyReplacingForbidden = new Set(['EACCES', 'EPERM', 'EBUSY']);

/** Replaces the file. 'cannot-replace' when it can't be done without losing owner, group or the place. */
export async function replaceFile(fs: FileSystem, replacement: Replacement): Promise<ReplaceResult> {
  const { target } = replacement;
  const temporary = join(dirname(target), `${temporaryPrefix(target)}${randomBytes(8).toString('hex')}`);
  let renamed = false;
  try {
    if (!(await writeTemporary(fs, temporary, replacement))) return 'cannot-replace';
    if (!(await replacement.isUnchanged())) return 'changed';
    await fs.rename(temporary, target);
    renamed = true;
    await syncFolder(fs, dirname(target));
    await removeLeftovers(fs, target);
    return 'replaced';
  } catch (error) {
    const errno = errnoOf(error);
    return onlyReplacingForbidden.has(errno) ? 'cannot-replace' : { errno };
  } finally {
    if (!renamed) await fs.unlink(temporary).catch(() => undefined);
  }
}

const temporaryPrefix = (target: string) => `.${basename(target)}.riposte-`;

async function writeTemporary(fs: FileSystem, path: string, replacement: Replacement): Promise<boolean> {
  const { bytes, mode, uid, gid } = replacement;
  const handle = await fs.open(path, 'wx', 0o600);
  try {
    const stat = await handle.stat();
    if (stat.uid !== uid || stat.gid !== gid) await handle.chown(uid, gid); // EPERM unless root: written in place then
    await handle.writeFile(bytes);
    await handle.chmod(mode);
    await handle.sync();
    const written = await handle.stat();
    return written.uid === uid && written.gid === gid && (written.mode & 0o7777) === mode;
  } finally {
    await handle.close();
  }
}

/** Makes the rename survive a power cut. Some file systems can't; the new file is in place either way. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    errnoOf(error);
  }
}

/** What a save that was killed half-way left behind. Young ones may belong to a save that is still going on. */
async function removeLeftovers(fs: FileSystem, target: string): Promise<void> {
  const names = await readdir(dirname(target)).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(temporaryPrefix(target)))) {
    const path = join(dirname(target), name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > leftoverAfterMilliseconds) await fs.unlink(path).catch(() => undefined);
  }
}
