/*
 * The people that Riposte knows by name. Owns the table people, and the names of the two that are never in it: whoever runs
 * Riposte on this host, and Riposte itself. Knows no cookie and no permission.
 */
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Database } from '../state/database.ts';

/** Whoever has not given a name. */
export const LOCAL = 'local';
/** What Riposte does by itself. */
export const RIPOSTE = 'riposte';

export const MAX_NAME = 60;

function systemUserName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a uid without a passwd entry.
    return 'local user';
  }
}

/** The name a person has given; null when nobody with this id has given one. */
export function loadName(database: Database, id: string): string | null {
  const row = database.prepare('SELECT name FROM people WHERE id = ?').get(id);
  return row ? String(row.name) : null;
}

/** What a person is called on a page; an id that nobody has given a name to is shown as it is. */
export function personName(database: Database, id: string): string {
  if (id === LOCAL) return systemUserName();
  if (id === RIPOSTE) return 'Riposte';
  return loadName(database, id) ?? id;
}

/** A name as it is kept; or what is wrong with it. */
export function readName(text: string): { ok: true; name: string } | { ok: false; problem: string } {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name === '') return { ok: false, problem: 'Give a name.' };
  if ([...name].length > MAX_NAME) return { ok: false, problem: `Use at most ${MAX_NAME} characters.` };
  // Control and format characters: a name must look like what it is.
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u.test(name)) return { ok: false, problem: 'Use letters, digits and blanks.' };
  if (name.toLowerCase() === 'riposte' || /outside riposte/i.test(name)) {
    return { ok: false, problem: 'This name is taken: the history uses it for what Riposte does by itself.' };
  }
  return { ok: true, name };
}

/** Gives a new person this name; returns the id. */
export function addPerson(database: Database, name: string): string {
  const id = randomUUID();
  database.prepare('INSERT INTO people (id, name, created_at) VALUES (?, ?, ?)').run(id, name, Date.now());
  return id;
}

/** Calls a known person by another name. False when there is none with this id. */
export function renamePerson(database: Database, id: string, name: string): boolean {
  return database.prepare('UPDATE people SET name = ? WHERE id = ?').run(name, id).changes === 1;
}

/** The ids of those whose name holds the word, whatever its case. */
export function peopleCalled(database: Database, word: string): string[] {
  return loadPeople(database)
    .filter(({ name }) => name.toLowerCase().includes(word.toLowerCase()))
    .map(({ id }) => id);
}

/** Everybody, sorted by name. */
export function loadPeople(database: Database): { id: string; name: string }[] {
  const named = database.prepare('SELECT id, name FROM people').all();
  return [
    ...[LOCAL, RIPOSTE].map((id) => ({ id, name: personName(database, id) })),
    ...named.map(({ id, name }) => ({ id: String(id), name: String(name) })),
  ].sort((a, b) => a.name.localeCompare(b.name));
}
