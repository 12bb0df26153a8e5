/*
 * What stands in the place of ossec.conf now, as seen from an apply. Torn is what a write of this very apply left: only where
 * one can have been cut off. Everything unknown is somebody else's.
 */
import { isTornWrite } from '../../manager/torn-write.ts';
import { type ApplyJob, bytesOf } from './apply-job.ts';

export type Disk =
  /** The version that ran, where that is another one. */
  | 'back'
  /** What was there before; also where it is the version that ran. */
  | 'untouched'
  | 'new'
  | 'torn'
  | 'foreign'
  | 'unreadable';

export type Look = {
  disk: Disk;
  /** Of what was judged: the precondition for writing over it. Null when it can't be read. */
  sha256: string | null;
};

/** `mayBeTorn` says whether a write of this apply can have been cut off. */
export async function lookAtDisk(job: ApplyJob, mayBeTorn: boolean): Promise<Look> {
  const { record } = job;
  const now = await job.manager.loadConfig();
  if (!now.ok) return { disk: 'unreadable', sha256: null };
  const { sha256, bytes } = now.value;
  if (sha256 === record.baseSha256 && record.kind !== 'restart') return { disk: 'untouched', sha256 };
  if (sha256 === record.backSha256) return { disk: 'back', sha256 };
  if (sha256 === record.newSha256) return { disk: 'new', sha256 };
  return { disk: mayBeTorn && isTorn(job, bytes) ? 'torn' : 'foreign', sha256 };
}

/** Between any two of the versions that this apply writes. */
function isTorn(job: ApplyJob, bytes: Uint8Array): boolean {
  const { baseSha256, newSha256, backSha256 } = job.record;
  const versions = [...new Set([baseSha256, newSha256, backSha256 ?? newSha256])].map((one) => bytesOf(job, one));
  return versions.some((from) => versions.some((to) => from !== to && isTornWrite(bytes, from, to)));
}
