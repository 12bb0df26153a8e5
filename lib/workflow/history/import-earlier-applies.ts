/*
 * Applies from before there were revisions, told as revisions: once, while the history is still empty. Knows the applies of
 * version 0.1; nothing of the file on disk.
 */

import { addRevision } from '../../history/revisions.ts';
import { type Database, inTransaction } from '../../state/database.ts';
import type { ApplyRecord, ChangeWords } from '../../view/apply.ts';
import { loadApply } from '../apply/apply-record.ts';
import { describeContents } from './describe-contents.ts';

/** Makes revisions of the applies that wrote the file. Does nothing once there is a revision. */
export function importEarlierApplies(database: Database): void {
  if (hasRevisions(database)) return;
  inTransaction(database, () => {
    if (hasRevisions(database)) return;
    let onDisk: string | null = null;
    for (const apply of appliesThatWrote(database)) {
      if (onDisk !== apply.baseSha256) addFoundBefore(database, apply, onDisk);
      addRevision(database, ofApply(apply));
      onDisk = apply.newSha256;
    }
  });
}

const hasRevisions = (database: Database): boolean => database.prepare('SELECT 1 FROM revisions').get() !== undefined;

/** Whatever came of it later: its step says that the file was written. */
function appliesThatWrote(database: Database): ApplyRecord[] {
  return database
    .prepare(
      `SELECT a.id FROM applies a JOIN apply_steps s ON s.apply_id = a.id AND s.key = 'write' AND s.state = 'done'
       WHERE a.base_sha256 <> a.new_sha256 AND a.state = 'finished' ORDER BY a.id`,
    )
    .all()
    .flatMap(({ id }) => loadApply(database, Number(id)) ?? []);
}

const ofApply = (apply: ApplyRecord) => ({
  sha256: apply.newSha256,
  parentSha256: apply.baseSha256,
  source: 'riposte' as const,
  person: apply.person,
  note: apply.note,
  sentences: apply.sentences,
  applyId: apply.id,
  at: apply.startedAt,
});

/** What an apply found on the disk, where no apply before it had left that: the first version, or somebody else's. */
function addFoundBefore(database: Database, apply: ApplyRecord, parentSha256: string | null): void {
  const sentences: ChangeWords[] =
    parentSha256 === null ? [] : describeContents(database, parentSha256, apply.baseSha256);
  addRevision(database, {
    sha256: apply.baseSha256,
    parentSha256,
    source: parentSha256 === null ? 'first' : 'outside',
    person: null,
    note: '',
    sentences,
    applyId: null,
    at: apply.startedAt,
  });
}
