/*
 * A draft: the changes a person has collected on one version of the file. Kept on the server across reloads and restarts.
 */
import { type Change, changeSchema } from '../ossec/index.ts';
import { type Database, inTransaction } from '../state/database.ts';

export type DraftChange = {
  id: string;
  change: Change;
  madeAt: number;
  /** The file this change is for, by its sha256, where it is not the draft's own. */
  madeOn?: string;
};

export type Draft = {
  person: string;
  /** The file the draft was made on. */
  baseSha256: string;
  changes: DraftChange[];
  savedAt: number;
  /** The older version that it starts from, in place of the file on disk: its changes are for that one. */
  restoreSha256?: string | null;
};

/** The person's draft; null when there is none. A change that this version does not know is left out. */
export function loadDraft(database: Database, person: string): Draft | null {
  const row = database.prepare('SELECT base_sha256, saved_at, restore_sha256 FROM drafts WHERE person = ?').get(person);
  if (!row) return null;
  const rows = database
    .prepare('SELECT id, change, made_at, base_sha256 FROM draft_changes WHERE person = ? ORDER BY position')
    .all(person);
  const changes = rows.flatMap(({ id, change, made_at, base_sha256 }) => {
    const parsed = changeSchema.safeParse(JSON.parse(String(change)));
    const madeOn = base_sha256 === null ? {} : { madeOn: String(base_sha256) };
    return parsed.success ? [{ id: String(id), change: parsed.data, madeAt: Number(made_at), ...madeOn }] : [];
  });
  const restoreSha256 = row.restore_sha256 as string | null;
  return { person, baseSha256: String(row.base_sha256), changes, savedAt: Number(row.saved_at), restoreSha256 };
}

/** Replaces the person's draft; one without changes is none, unless it starts from an older version. */
export function saveDraft(database: Database, draft: Draft): void {
  inTransaction(database, () => {
    database.prepare('DELETE FROM drafts WHERE person = ?').run(draft.person);
    const { restoreSha256 = null } = draft;
    if (draft.changes.length === 0 && restoreSha256 === null) return;
    database
      .prepare('INSERT INTO drafts (person, base_sha256, saved_at, restore_sha256) VALUES (?, ?, ?, ?)')
      .run(draft.person, draft.baseSha256, draft.savedAt, restoreSha256);
    const insert = database.prepare(
      'INSERT INTO draft_changes (id, person, position, change, made_at, base_sha256) VALUES (?, ?, ?, ?, ?, ?)',
    );
    draft.changes.forEach(({ id, change, madeAt, madeOn }, position) => {
      insert.run(id, draft.person, position, JSON.stringify(change), madeAt, madeOn ?? null);
    });
  });
}
