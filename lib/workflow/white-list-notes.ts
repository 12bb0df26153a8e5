/*
 * Why entries of the white list are there, who put them in and until when. Owns the table white_list_notes, keyed by the
 * entry as written; the list itself is ossec.conf's. An entry that expires stays until somebody removes it.
 */
import type { Database } from '../state/database.ts';

export type WhiteListNote = {
  address: string;
  note: string;
  /** Epoch milliseconds; null for one that stays. */
  expiresAt: number | null;
  /** Who put it into a draft of Riposte; null for one that was there before. */
  addedBy: string | null;
  addedAt: number | null;
};

export function loadNotes(database: Database): Map<string, WhiteListNote> {
  const rows = database.prepare('SELECT address, note, expires_at, added_by, added_at FROM white_list_notes').all();
  const number = (value: unknown) => (value === null ? null : Number(value));
  return new Map(
    rows.map((row) => {
      const address = String(row.address);
      const addedBy = row.added_by === null ? null : String(row.added_by);
      const times = { expiresAt: number(row.expires_at), addedAt: number(row.added_at) };
      return [address, { address, note: String(row.note), addedBy, ...times }];
    }),
  );
}

type Saved = Pick<WhiteListNote, 'address' | 'note' | 'expiresAt'> & { person: string };

/** `isNew`: the person puts the entry in with it. */
export function saveNote(database: Database, saved: Saved, isNew: boolean): void {
  const { address, note, expiresAt, person } = saved;
  const now = Date.now();
  database
    .prepare(
      `INSERT INTO white_list_notes (address, note, expires_at, added_by, added_at, changed_by, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (address) DO UPDATE SET note = excluded.note, expires_at = excluded.expires_at,
       added_by = coalesce(excluded.added_by, added_by), added_at = coalesce(excluded.added_at, added_at),
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    )
    .run(address, note, expiresAt, isNew ? person : null, isNew ? now : null, person, now);
}

/** Those of the entries whose time is over. */
export const expiredAmong = (
  entries: readonly string[],
  notes: ReadonlyMap<string, WhiteListNote>,
  now: number,
): WhiteListNote[] =>
  [...new Set(entries)].flatMap((address) => {
    const note = notes.get(address);
    return note && note.expiresAt !== null && note.expiresAt <= now ? [note] : [];
  });
