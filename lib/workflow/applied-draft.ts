/*
 * The draft after an apply and after a way back. Both end later than they began, and a person may have gone on meanwhile: what
 * the draft holds by then is looked at anew, and nothing of it is lost.
 */
import { randomUUID } from 'node:crypto';
import type { Change } from '../ossec/index.ts';
import { type Database, inTransaction } from '../state/database.ts';
import type { ApplyRecord } from '../view/apply.ts';
import { loadApply } from './apply/apply-record.ts';
import { type Draft, loadDraft, saveDraft } from './draft.ts';
import { draftOfApply, withoutRestore } from './restore/restored-draft.ts';
import { setAside } from './restore/set-aside.ts';

type Applied = Pick<ApplyRecord, 'person' | 'baseSha256' | 'newSha256' | 'changes'>;

/** The file is written: what it holds now is no draft any more, and what a revert took out of it is one again. */
export function settleDraft(database: Database, record: ApplyRecord): void {
  if (record.kind === 'apply') takeOut(database, record);
  if (record.kind === 'revert') withUndone(database, record, (undone) => giveBack(database, undone));
}

/** The file was put back: the other way round. */
export function unsettleDraft(database: Database, record: ApplyRecord): void {
  if (record.kind === 'apply') giveBack(database, record);
  if (record.kind === 'revert') withUndone(database, record, (undone) => takeOut(database, undone));
}

/** The apply that a revert takes back, for the person who reverts. */
function withUndone(database: Database, record: ApplyRecord, work: (undone: Applied) => void): void {
  const row = database
    .prepare(
      `SELECT id FROM applies WHERE kind = 'apply' AND id < :id AND :newSha256 IN (base_sha256, back_sha256)
         AND (new_sha256 = :baseSha256 OR json_extract(outcome, '$.result') = 'revert-failed')
       ORDER BY id DESC LIMIT 1`,
    )
    .get({ id: record.id, newSha256: record.newSha256, baseSha256: record.baseSha256 });
  const undone = row && loadApply(database, Number(row.id));
  if (undone) work({ ...undone, person: record.person });
}

/** What was added or changed since stays, against the file it was made on. */
function takeOut(database: Database, applied: Applied): void {
  inTransaction(database, () => {
    const draft = loadDraft(database, applied.person);
    if (!draft) return;
    const done = applied.changes.map((change) => JSON.stringify(change));
    const left = draft.changes.filter(({ change }) => {
      const at = done.indexOf(JSON.stringify(change));
      if (at >= 0) done.splice(at, 1);
      return at < 0;
    });
    saveDraft(database, withoutRestore(database, { ...draft, changes: left }, applied));
  });
}

/** Into the draft when it is empty, else aside, from where the person can bring them back. */
function giveBack(database: Database, applied: Applied): void {
  const { changes, ...start } = draftOfApply(database, applied);
  if (changes.length === 0 && !start.restoreSha256) return;
  inTransaction(database, () => {
    const { person } = applied;
    const draft = loadDraft(database, person);
    if (draft && startsFrom(draft, start) && holds(draft, changes)) return;
    const again = { person, ...start, changes: asDraft(changes), savedAt: Date.now() };
    if (draft) setAside(database, again);
    else saveDraft(database, again);
  });
}

/** The same words on another file are about another block. */
const startsFrom = (draft: Draft, start: Pick<Draft, 'baseSha256' | 'restoreSha256'>): boolean =>
  draft.baseSha256 === start.baseSha256 && draft.restoreSha256 === start.restoreSha256;

function holds(draft: Draft, changes: readonly Change[]): boolean {
  const held = new Set(draft.changes.map(({ change }) => JSON.stringify(change)));
  return changes.every((change) => held.has(JSON.stringify(change)));
}

const asDraft = (changes: readonly Change[]) =>
  changes.map((change) => ({ id: randomUUID(), change, madeAt: Date.now() }));
