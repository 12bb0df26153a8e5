/*
 * A draft: the changes a person has collected on one version of the file. Kept on the server across reloads and restarts.
 */
import { type Change, changeSchema } from '../ossec/index.ts';
import { type Database, inTransaction } from '../state/database.ts';

export type DraftChange = { id: string; change: Change; madeAt: number };

export type Draft = {
  person: string;
  /** The file the draft was made on. */
  baseSha256: string;
  changes: DraftChange[];
  savedAt: number;
};

/** The person's draft; null when there is none. A change that this version does not know is left out. */
export function loadDraft(database: Database, person: string): Draft | null {
  const row = database.prepare('SELECT base_sha256, saved_at FROM drafts WHERE person = ?').get(person);
  if (!row) return null;
  const rows = database
    .prepare('SELECT id, change, made_at FROM draft_changes WHERE person = ? ORDER BY position')
    .all(person);
  const changes = rows.flatMap(({ id, change, made_at }) => {
    const parsed = changeSchema.safeParse(JSON.parse(String(change)));
    return parsed.success ? [{ id: String(id), change: parsed.data, madeAt: Number(made_at) }] : [];
  });
  return { person, baseSha256: String(row.base_sha256), changes, savedAt: Number(row.saved_at) };
}

/** Replaces the person's draft; a draft without changes is no draft. */
export function saveDraft(database: Database, draft: Draft): void {
  inTransaction(database, () => {
    database.prepare('DELETE FROM drafts WHERE person = ?').run(draft.person);
    if (draft.changes.length === 0) return;
    database
      .prepare('INSERT INTO drafts (person, base_sha256, saved_at) VALUES (?, ?, ?)')
      .run(draft.person, draft.baseSha256, draft.savedAt);
    const insert = database.prepare(
      'INSERT INTO draft_changes (id, person, position, change, made_at) VALUES (?, ?, ?, ?, ?)',
    );
    draft.changes.forEach(({ id, change, madeAt }, position) => {
      insert.run(id, draft.person, position, JSON.stringify(change), madeAt);
    });
  });
}
