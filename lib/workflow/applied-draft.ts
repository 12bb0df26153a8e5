/*
 * The draft after an apply and after a revert. Both end later than they began, and a person may have gone on meanwhile: what
 * the draft holds by then is looked at anew, and nothing of it is lost.
 */
import { randomUUID } from 'node:crypto';
import type { Change } from '../ossec/index.ts';
import { type Database, inTransaction } from '../state/database.ts';
import { type DraftChange, loadDraft, saveDraft } from './draft.ts';

const keyOf = ({ id, change }: DraftChange): string => `${id} ${JSON.stringify(change)}`;

/** Takes the applied changes out. What was added or changed since stays, against the file it was made on. */
export function removeFromDraft(database: Database, person: string, applied: readonly DraftChange[]): void {
  inTransaction(database, () => {
    const draft = loadDraft(database, person);
    if (!draft) return;
    const done = new Set(applied.map(keyOf));
    saveDraft(database, { ...draft, changes: draft.changes.filter((one) => !done.has(keyOf(one))) });
  });
}

/** Gives the changes of an apply that was put back to a person whose draft is empty. */
export function fillEmptyDraft(
  database: Database,
  person: string,
  { changes, baseSha256 }: { changes: readonly Change[]; baseSha256: string },
): void {
  inTransaction(database, () => {
    if (loadDraft(database, person)) return;
    const now = Date.now();
    const again = changes.map((change) => ({ id: randomUUID(), change, madeAt: now }));
    saveDraft(database, { person, baseSha256, changes: again, savedAt: now });
  });
}
