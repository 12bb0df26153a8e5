/*
 * Is the file on disk a version that Riposte does not know yet? Then it becomes a revision, once, whoever asks first: the
 * watcher, a page, another process on the same database. Knows no file system.
 */
import { addAudit } from '../../audit/audit-log.ts';
import { RIPOSTE } from '../../auth/people.ts';
import { saveContent } from '../../history/contents.ts';
import { takeNotice } from '../../history/notice-limit.ts';
import { addRevision, loadLastRevision, type Revision } from '../../history/revisions.ts';
import type { ConfigFile } from '../../manager/manager.ts';
import { type Database, inTransaction } from '../../state/database.ts';
import { loadApply } from '../apply/apply-record.ts';
import { runningApply } from '../apply/running-apply.ts';
import { describeContents } from './describe-contents.ts';
import { importEarlierApplies } from './import-earlier-applies.ts';
import { undoingApply } from './revision-fate.ts';

/** A file this young may be half-written. */
export const SETTLE_MS = 300;

type File = Pick<ConfigFile, 'bytes' | 'sha256' | 'modifiedAt'>;

/**
 * Records the file when nobody has yet; returns the number of the new revision. Null when there is nothing new, when the file
 * may be half-written (`isSettled` says that the caller has made sure), or when it changes too often to keep every version.
 */
export function noticeOutsideChange(database: Database, file: File, isSettled = false): number | null {
  importEarlierApplies(database);
  if (isKnown(database, file.sha256)) return null;
  const age = Date.now() - file.modifiedAt;
  if (!isSettled && age >= 0 && age < SETTLE_MS) return null;
  return inTransaction(database, () => (isKnown(database, file.sha256) ? null : record(database, file)));
}

/** Is it what Riposte expects on the disk? */
export function isKnown(database: Database, sha256: string): boolean {
  if (expectedOnDisk(database, loadLastRevision(database)).includes(sha256)) return true;
  const id = runningApply(database);
  const apply = id === null ? null : loadApply(database, id);
  if (!apply) return false;
  return [apply.baseSha256, apply.newSha256, apply.backSha256].includes(sha256) || isWriting(database, apply.id);
}

/** In the middle of a write in place, the file is neither the old one nor the new one. */
const isWriting = (database: Database, id: number): boolean =>
  database
    .prepare(`SELECT 1 FROM apply_steps WHERE apply_id = ? AND key IN ('write', 'put-back') AND state = 'running'`)
    .get(id) !== undefined;

/** What the newest revision left on the disk: what was there before it, where Riposte took it back. */
function expectedOnDisk(database: Database, last: Revision | null): string[] {
  if (!last) return [];
  const undoing = undoingApply(database, last);
  if (!undoing) return [last.sha256];
  // The version that ran, or where that was not needed, the one that waited on the disk.
  const back = [undoing.backSha256 ?? undoing.baseSha256, undoing.baseSha256];
  return undoing.outcome?.result === 'reverted' ? back : [last.sha256, ...back];
}

function record(database: Database, file: File): number | null {
  const last = loadLastRevision(database);
  const [parentSha256 = null] = expectedOnDisk(database, last);
  const written = unrecordedApply(database, file.sha256);
  if (written) return addRevision(database, written);
  const notice = takeNotice(database, Date.now());
  if (!notice.granted) return null;
  saveContent(database, file.bytes);
  const revision = addRevision(database, {
    sha256: file.sha256,
    parentSha256,
    source: last ? 'outside' : 'first',
    person: null,
    note: notice.isLast ? 'The file changes very often. Riposte keeps one version a minute of it.' : '',
    sentences: parentSha256 === null ? [] : describeContents(database, parentSha256, file.sha256),
    applyId: null,
    at: timeOf(file, last),
  });
  const detail = { revision, sha256: file.sha256 };
  if (last) addAudit(database, { person: RIPOSTE, action: 'outside-change', detail });
  return revision;
}

/** Copying a file can keep an old time, and clocks differ: then what counts is when it was noticed. */
function timeOf({ modifiedAt }: File, last: Revision | null): number {
  const now = Date.now();
  const isCredible = modifiedAt <= now && (last === null || modifiedAt >= last.at);
  return Math.round(isCredible ? modifiedAt : now);
}

/** The newest apply, if it wrote these bytes and nobody made a revision of it: Riposte was cut off in between. */
function unrecordedApply(database: Database, sha256: string): Omit<Revision, 'id'> | null {
  const row = database.prepare('SELECT max(id) AS id FROM applies').get();
  const apply = row?.id ? loadApply(database, Number(row.id)) : null;
  if (!apply || apply.newSha256 !== sha256 || apply.baseSha256 === sha256) return null;
  if (database.prepare('SELECT 1 FROM revisions WHERE apply_id = ?').get(apply.id)) return null;
  const { baseSha256, person, note, sentences, id, startedAt } = apply;
  return { sha256, parentSha256: baseSha256, source: 'riposte', person, note, sentences, applyId: id, at: startedAt };
}
