/*
 * Owns foreseeing how a save would write ossec.conf: by rename, in place, or not at all. Looks only: nothing is written.
 * What really happens is decided by save-config, step by step; the two must agree.
 */
import { constants } from 'node:fs';
import { access, readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ManagerInspection } from '../manager.ts';
import { currentUser, describeFileFailure, errnoOf } from './describe-file-failure.ts';
import { loadOwnerNames } from './owner-names.ts';

/** What this process is and may do; replaced in tests, which often run as root. */
export type WriteProbe = {
  uid: number;
  /** All groups of this process. */
  groups: number[];
  /** Null when this process may write to `path`, else the name of the error. */
  whyNotWritable(path: string): Promise<string | null>;
  /** /proc/self/mountinfo. */
  mountInfo(): Promise<string>;
};

export const realProbe: WriteProbe = {
  uid: process.getuid?.() ?? 0,
  groups: [...(process.getgroups?.() ?? []), process.getegid?.() ?? 0],
  whyNotWritable: (path) => access(path, constants.W_OK).then(() => null, errnoOf),
  mountInfo: () => readFile('/proc/self/mountinfo', 'utf8').catch(() => ''),
};

const subject = { subject: 'config', attempt: 'write ossec.conf', consequence: 'The manager is not affected.' };

/** How `path` would be written now. */
export async function foreseeWrite(path: string, probe: WriteProbe = realProbe): Promise<ManagerInspection['write']> {
  try {
    const target = await realpath(path);
    if (!(await stat(target)).isFile()) return denied('EISDIR');
    const whyNot = await probe.whyNotWritable(target);
    const why = await explainInPlace(target, probe);
    // A file without the right to write can still be replaced by its owner; an unchangeable one can't.
    if (whyNot && (why || whyNot !== 'EACCES')) return denied(whyNot);
    return why ? { how: 'in-place', why } : { how: 'replace' };
  } catch (error) {
    return denied(errnoOf(error));
  }
}

function denied(errno: string): ManagerInspection['write'] {
  const { message, hint } = describeFileFailure(errno, subject);
  return { how: 'denied', why: `${message} ${hint}` };
}

/** Why a new file can't take the place of this one without losing something; null when it can. */
async function explainInPlace(target: string, probe: WriteProbe): Promise<string | null> {
  const found = await stat(target);
  const folder = dirname(target);
  if (found.nlink > 1)
    return `The file has ${found.nlink} names (hard links): a new one would leave the others with the old content.`;
  if (await isMountPoint(target, probe)) return 'The file is mounted on its own: it can only be written into.';
  if (await probe.whyNotWritable(folder))
    return `User ${currentUser()} may write the file but make none in ${folder}: it is written into.`;
  const isSticky = ((await stat(folder)).mode & 0o1000) !== 0;
  const keepsOwner = probe.uid === 0 || (found.uid === probe.uid && probe.groups.includes(found.gid));
  if (keepsOwner && !(isSticky && probe.uid !== 0 && found.uid !== probe.uid)) return null;
  const owner = await loadOwnerNames(found.uid, found.gid);
  return `Only root can give a new file back to ${owner}: it is written into, so that owner and group stay.`;
}

/** Whether the file itself, not only its folder, is a mount: the way a container gets one file from its host. */
export async function isMountPoint(target: string, probe: Pick<WriteProbe, 'mountInfo'>): Promise<boolean> {
  for (const line of (await probe.mountInfo()).split('\n')) {
    const point = line.split(' ')[4]?.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number(`0o${octal}`)));
    if (point === target) return true;
  }
  return false;
}
