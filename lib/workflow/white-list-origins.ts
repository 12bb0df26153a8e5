/*
 * When an entry came into the file, from the history: for entries that no form of Riposte put there. Asks the sentences of
 * revisions, which say each addition in the same words.
 */
import { describeChange } from '../ossec/compare/describe-change.ts';
import type { ConfigModel } from '../ossec/index.ts';
import type { Database } from '../state/database.ts';

/** `person` null: changed outside Riposte. */
export type EntryOrigin = { person: string | null; at: number };

/** The last revision that added the entry; null for one that was there before the history begins. */
export function findOrigin(database: Database, model: ConfigModel, address: string): EntryOrigin | null {
  const { title } = describeChange(model, { op: 'add-white-list', address });
  const row = database
    .prepare(
      `SELECT person, at FROM revisions WHERE source <> 'first'
       AND EXISTS (SELECT 1 FROM json_each(sentences) WHERE value ->> 'title' = ?) ORDER BY id DESC LIMIT 1`,
    )
    .get(title);
  return row ? { person: row.person === null ? null : String(row.person), at: Number(row.at) } : null;
}
