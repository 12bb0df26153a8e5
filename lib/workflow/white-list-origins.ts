/*
 * When an entry came into the file, from the history: for entries that no form of Riposte put there. Asks the sentences of
 * revisions, which say each addition in the same words.
 */
import { describeChange } from '../ossec/compare/describe-change.ts';
import type { ConfigModel } from '../ossec/index.ts';
import type { Database } from '../state/database.ts';

/** `person` null: changed outside Riposte. */
export type EntryOrigin = { person: string | null; at: number };

/** Of each entry asked for the last revision that added it; those that were there before the history begins are left out. */
export function findOrigins(
  database: Database,
  model: ConfigModel,
  addresses: readonly string[],
): Map<string, EntryOrigin> {
  // Once over the history for all of them, the newest last.
  const added = database
    .prepare(
      `SELECT person, at, value ->> 'title' AS title FROM revisions, json_each(sentences)
       WHERE source <> 'first' AND title LIKE '% added to the white list' ORDER BY revisions.id`,
    )
    .all();
  const last = new Map(
    added.map(({ person, at, title }) => [
      String(title),
      { person: person === null ? null : String(person), at: Number(at) },
    ]),
  );
  return new Map(
    addresses.flatMap((address) => {
      const origin = last.get(describeChange(model, { op: 'add-white-list', address }).title);
      return origin ? [[address, origin] as const] : [];
    }),
  );
}
