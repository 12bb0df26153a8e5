/*
 * Forgets logs in the index, and the words that nothing says any more. Knows the tables, not why a log goes.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Dictionary, Vocabulary } from '../scan/vocabulary.ts';
import { loadRows } from './load-index.ts';
import type { Segment } from './segments.ts';

export type Dropped = { logs: readonly number[]; segments: readonly Segment[]; words: Vocabulary };

export async function dropLogs(connection: DuckDBConnection, { logs, segments, words }: Dropped): Promise<void> {
  const within = (numbers: readonly number[]) => `IN (${numbers.length > 0 ? numbers.join() : 'NULL'})`;
  const dropped = within(segments.map(({ segment }) => segment));
  await connection.run('BEGIN');
  try {
    for (const table of ['events', 'segment_variants', 'segment_agents', 'segments'])
      await connection.run(`DELETE FROM ${table} WHERE segment ${dropped}`);
    for (const table of ['reports', 'logs']) await connection.run(`DELETE FROM ${table} WHERE log ${within(logs)}`);
    const unused = [
      await dropWords(connection, words.sources, { table: 'sources', column: 'source' }),
      await dropWords(connection, words.users, { table: 'users', column: 'account' }),
      await dropWords(connection, words.descriptions, { table: 'descriptions', column: 'description' }),
    ];
    await connection.run('COMMIT');
    for (const forget of unused) forget();
  } catch (thrown) {
    await connection.run('ROLLBACK').catch(() => {});
    throw thrown;
  }
  await connection.run('CHECKPOINT');
}

/** Number 0 stands for none and stays, whether something has it or not. */
async function dropWords(
  connection: DuckDBConnection,
  dictionary: Pick<Dictionary<unknown>, 'forget'>,
  { table, column }: { table: string; column: string },
): Promise<() => void> {
  const unused = await loadRows<[number]>(
    connection,
    `SELECT number FROM ${table} WHERE number > 0 AND number NOT IN (SELECT DISTINCT ${column} FROM events)`,
  );
  await connection.run(
    `DELETE FROM ${table} WHERE number > 0 AND number NOT IN (SELECT DISTINCT ${column} FROM events)`,
  );
  return () => dictionary.forget(unused.map(([number]) => number));
}
