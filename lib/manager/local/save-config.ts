/*
 * Owns the promise of a save: the whole file or the old file, only over the bytes that were reviewed, with mode, owner,
 * group and symlink kept. How bytes reach the disk is replace-file's and write-in-place's business.
 */
import { realpath, stat } from 'node:fs/promises';
import type { ConfigFile, SaveOutcome, SaveRequest } from '../manager.ts';
import { describeFileFailure, errnoOf } from './describe-file-failure.ts';
import { type FileSystem, realFileSystem } from './file-system.ts';
import { hashBytes, loadConfig } from './load-config.ts';
import { replaceFile } from './replace-file.ts';
import { writeInPlace } from './write-in-place.ts';

const unchanged = 'ossec.conf is unchanged and the manager is not affected.';
const damaged =
  'Part of the file may be new and part old: the old content could not be put back. The running manager still uses the old configuration.';

/** Saves `request.bytes` over the file at `path`. */
export async function saveConfig(
  path: string,
  request: SaveRequest,
  fs: FileSystem = realFileSystem,
): Promise<SaveOutcome> {
  let target: string;
  let links: number;
  try {
    target = await realpath(path);
    links = (await stat(target)).nlink;
  } catch (error) {
    return failed(errnoOf(error));
  }
  const before = await loadConfig(target);
  if (!before.ok) return { ok: false, conflict: false, failure: before.failure };
  if (before.value.sha256 !== request.expectedSha256) return { ok: false, conflict: true, actual: before.value };
  return write({ target, links, before: before.value, request, fs });
}

type Write = { target: string; links: number; before: ConfigFile; request: SaveRequest; fs: FileSystem };

async function write({ target, links, before, request, fs }: Write): Promise<SaveOutcome> {
  const saved = { ok: true, sha256: hashBytes(request.bytes), owner: before.owner, mode: before.mode } as const;
  // A rename would cut a hard link: its other name would keep the old content.
  if (links === 1) {
    const result = await replaceFile(fs, {
      target,
      bytes: request.bytes,
      mode: before.mode,
      uid: before.uid,
      gid: before.gid,
      isUnchanged: () => hasHash(target, request.expectedSha256),
    });
    if (result === 'replaced') return { ...saved, inPlace: false };
    if (result === 'changed') return conflict(target);
    if (result !== 'cannot-replace') return failed(result.errno);
  }
  const result = await writeInPlace(fs, target, request);
  if (result === 'written') return { ...saved, inPlace: true };
  if (result === 'changed') return conflict(target);
  return result.restored ? failed(result.errno) : failed(result.errno, damaged);
}

async function hasHash(target: string, sha256: string): Promise<boolean> {
  const now = await loadConfig(target);
  return now.ok && now.value.sha256 === sha256;
}

async function conflict(target: string): Promise<SaveOutcome> {
  const actual = await loadConfig(target);
  if (actual.ok) return { ok: false, conflict: true, actual: actual.value };
  return { ok: false, conflict: false, failure: actual.failure };
}

function failed(errno: string, consequence = unchanged): SaveOutcome {
  const failure = describeFileFailure(errno, { subject: 'config', attempt: 'write ossec.conf', consequence });
  if (consequence === damaged) failure.hint = `${failure.hint} Then restore the last revision from History at once.`;
  return { ok: false, conflict: false, failure };
}
