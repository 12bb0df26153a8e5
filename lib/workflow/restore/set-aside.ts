/*
 * Drafts that were set aside for another one, and how they come back: nothing that was typed is ever lost. Owns the table
 * drafts_set_aside.
 */
import { randomUUID } from 'node:crypto';
import { findRevision } from '../../history/revisions.ts';
import { changeSchema } from '../../ossec/index.ts';
import type { Database } from '../../state/database.ts';
import { type Draft, type DraftChange, loadDraft, saveDraft } from '../draft.ts';
import { type DraftOutcome, refused, revisionOf, withDraft } from '../draft-transaction.ts';
import { rememberConfirmed } from '../guard-all.ts';
import type { Workspace } from '../workspace.ts';

type Aside = { baseSha256: string; changes: DraftChange[]; restoreSha256: string | null };

export type SetAside = {
  id: number;
  /** How many changes it holds. */
  count: number;
  /** The revision it starts from, if it starts from one. */
  revision: number | null;
  at: number;
};

/** Keeps a draft for later; returns its number. Null when there is nothing in it. */
export function setAside(database: Database, draft: Draft | null): number | null {
  const restoreSha256 = draft?.restoreSha256 ?? null;
  if (!draft || (draft.changes.length === 0 && restoreSha256 === null)) return null;
  const { person, baseSha256, changes } = draft;
  const { lastInsertRowid } = database
    .prepare('INSERT INTO drafts_set_aside (person, base_sha256, changes, at) VALUES (?, ?, ?, ?)')
    .run(person, baseSha256, JSON.stringify({ changes, restoreSha256 }), Date.now());
  return Number(lastInsertRowid);
}

/** A plain list is the changes alone, of a draft that started from the file on disk. */
function readAside(row: Record<string, unknown>): Aside {
  const kept = JSON.parse(String(row.changes));
  const { changes, restoreSha256 = null } = Array.isArray(kept)
    ? { changes: kept.map((change) => ({ change, madeAt: row.at })) }
    : kept;
  const known = (changes as DraftChange[]).flatMap((one): DraftChange[] => {
    const parsed = changeSchema.safeParse(one.change);
    return parsed.success ? [{ ...one, id: randomUUID(), change: parsed.data, madeAt: Number(one.madeAt) }] : [];
  });
  return { baseSha256: String(row.base_sha256), changes: known, restoreSha256 };
}

/** The versions that drafts set aside need to come back. */
export const contentsSetAside = (database: Database): string[] =>
  database
    .prepare('SELECT base_sha256, changes FROM drafts_set_aside')
    .all()
    .map(readAside)
    .flatMap(({ baseSha256, changes, restoreSha256 }) => [
      baseSha256,
      ...(restoreSha256 === null ? [] : [restoreSha256]),
      ...changes.flatMap(({ madeOn }) => madeOn ?? []),
    ]);

/** What the person has set aside, newest first. */
export function listSetAside(database: Database, person: string): SetAside[] {
  return database
    .prepare('SELECT * FROM drafts_set_aside WHERE person = ? ORDER BY id DESC')
    .all(person)
    .map((row) => {
      const { changes, restoreSha256 } = readAside(row);
      const revision = restoreSha256 === null ? null : (findRevision(database, restoreSha256)?.id ?? null);
      return { id: Number(row.id), count: changes.length, revision, at: Number(row.at) };
    });
}

const gone = refused({
  code: 'no-such-draft',
  message: 'This draft is no longer set aside.',
  hint: 'It was brought back in another window. Reload the page.',
  line: null,
});

/**
 * Makes the draft that was set aside the person's draft again; none when `id` is null. The one they have now is set aside
 * in turn, unless it still is what `revision` says: then nothing was typed in it.
 */
export function bringBack(workspace: Workspace, id: number | null, revision?: string): DraftOutcome {
  return withDraft(workspace, ({ database, person }) => {
    const row = id === null ? null : takeRow(database, person, id);
    if (row === undefined) return gone;
    const now = loadDraft(database, person);
    const isUntouched = revision !== undefined && revision === revisionOf(now?.changes ?? [], now?.restoreSha256);
    if (!isUntouched) setAside(database, now);
    const again: Aside = row ? readAside(row) : { changes: [], baseSha256: '', restoreSha256: null };
    saveDraft(database, { person, ...again, savedAt: Date.now() });
    const { changes, restoreSha256 } = again;
    rememberConfirmed(person, changes);
    return { status: 'saved', count: changes.length, previous: [], revision: revisionOf(changes, restoreSha256) };
  });
}

/** Throws a draft that was set aside away, for good. */
export function forgetSetAside({ database, person }: Workspace, id: number): DraftOutcome {
  const row = takeRow(database, person, id);
  return row ? { status: 'saved', count: 0, previous: [], revision: '' } : gone;
}

/** Hands over what one person has set aside to another. */
export const giveSetAside = (database: Database, from: string, to: string): void =>
  void database.prepare('UPDATE drafts_set_aside SET person = ? WHERE person = ?').run(to, from);

/** Undefined when the person has none with this number. */
const takeRow = (database: Database, person: string, id: number): Record<string, unknown> | undefined =>
  database.prepare('DELETE FROM drafts_set_aside WHERE id = ? AND person = ? RETURNING *').get(id, person);
