/*
 * An apply on its way: what every step of it needs. Bytes come from what was kept when it was started, so that a later
 * process has the same.
 */
import { loadContent } from '../../history/contents.ts';
import type { Manager } from '../../manager/manager.ts';
import type { Database } from '../../state/database.ts';
import { type ApplyRecord, loadApply } from './apply-record.ts';
import { StepFailed } from './step-failed.ts';
import { StepLog } from './step-log.ts';

export type ApplyJob = {
  id: number;
  manager: Manager;
  database: Database;
  record: ApplyRecord;
  steps: StepLog;
};

export type ApplySite = { manager: Manager; database: Database };

/** The job of a recorded apply. Throws when there is none with this number. */
export function openJob({ manager, database }: ApplySite, id: number): ApplyJob {
  const record = loadApply(database, id);
  if (!record) throw new Error(`there is no apply ${id}`);
  return { id, manager, database, record, steps: new StepLog(database, id) };
}

/** The bytes of a version that this apply is about. */
export function bytesOf({ database }: ApplyJob, sha256: string): Uint8Array {
  const bytes = loadContent(database, sha256);
  if (bytes) return bytes;
  throw new StepFailed({
    result: 'failed',
    message: 'Riposte no longer has the bytes of this version of ossec.conf.',
    hint: 'Its database was damaged or changed. Look at the file before you go on.',
    lines: [],
    managerUp: null,
  });
}

/** Is there a version to go back to? A plain restart changes none, and trying a way back again has none of its own. */
export const hasWayBack = ({ record }: ApplyJob): boolean =>
  record.backSha256 !== null && record.backSha256 !== record.newSha256;

/** Does it write ossec.conf? A restart only makes the manager read what is there. */
export const writesFile = ({ record }: ApplyJob): boolean => record.kind !== 'restart';
