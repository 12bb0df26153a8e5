/*
 * Writes a batch and how far it was read in one transaction: either both are in or neither is. Knows the tables, not files.
 */
import { DOUBLE, type DuckDBConnection, UINTEGER, UTINYINT, VARCHAR } from '@duckdb/node-api';
import type { ResponseReport } from '../../alert-history.ts';
import type { EventRows } from '../scan/event-rows.ts';
import type { Dictionary, Vocabulary } from '../scan/vocabulary.ts';
import { appendRows, type Column } from './append-rows.ts';
import type { Log, Segment, Sums } from './segments.ts';

export type Batch = {
  log: Log;
  isNewLog: boolean;
  /** Null when the batch has no alerts. */
  segment: Segment | null;
  isNewSegment: boolean;
  /** Segments that are closed with this batch, with their sums. */
  closing: readonly { segment: Segment; sums: Sums }[];
  rows: EventRows;
  reports: readonly ResponseReport[];
  words: Vocabulary;
};

export async function commitBatch(connection: DuckDBConnection, batch: Batch): Promise<void> {
  await connection.run('BEGIN');
  try {
    await writeLog(connection, batch);
    await writeSegment(connection, batch);
    await writeEvents(connection, batch);
    await writeWords(connection, batch.words);
    await connection.run('COMMIT');
  } catch (thrown) {
    await connection.run('ROLLBACK').catch(() => {});
    throw thrown;
  }
  for (const dictionary of batch.words.all) dictionary.fresh.length = 0;
}

async function writeLog(connection: DuckDBConnection, { log, isNewLog }: Batch): Promise<void> {
  const { name, inode, head, headLength, tail, readTo, alerts, unreadable, ended } = log;
  const values = [name, inode, head, headLength, readTo, alerts, unreadable, ended, log.log, tail];
  await connection.run(
    isNewLog
      ? 'INSERT INTO logs (name, inode, head, head_length, read_to, alerts, unreadable, ended, log, tail) VALUES ($1, $2, $3, $4::DOUBLE, $5::DOUBLE, $6::DOUBLE, $7::DOUBLE, $8, $9, $10)'
      : 'UPDATE logs SET name = $1, inode = $2, head = $3, head_length = $4::DOUBLE, read_to = $5::DOUBLE, alerts = $6::DOUBLE, unreadable = $7::DOUBLE, ended = $8, tail = $10 WHERE log = $9',
    values,
  );
}

async function writeSegment(connection: DuckDBConnection, batch: Batch): Promise<void> {
  const { segment, isNewSegment, closing } = batch;
  if (segment !== null) {
    const { log, starts, alerts, first, last, closed } = segment;
    await connection.run(
      isNewSegment
        ? 'INSERT INTO segments (log, starts, alerts, first_ms, last_ms, closed, segment) VALUES ($1, $2::DOUBLE, $3, $4::DOUBLE, $5::DOUBLE, $6, $7)'
        : 'UPDATE segments SET log = $1, starts = $2::DOUBLE, alerts = $3, first_ms = $4::DOUBLE, last_ms = $5::DOUBLE, closed = $6 WHERE segment = $7',
      [log, starts, alerts, first, last, closed, segment.segment],
    );
  }
  for (const { segment: closed, sums } of closing) {
    await connection.run('UPDATE segments SET closed = true WHERE segment = $1', [closed.segment]);
    await writeSums(connection, closed, sums);
  }
}

async function writeSums(connection: DuckDBConnection, { segment, counts }: Segment, sums: Sums): Promise<void> {
  const variants = [...sums.variants];
  const agents = [...sums.agents];
  const column = <T>(type: Column['type'], rows: readonly T[], value: (row: T) => number | string): Column => ({
    type,
    at: (row) => value(rows[row] as T),
  });
  await appendRows(connection, 'segment_variants', {
    count: variants.length,
    columns: [
      column(UINTEGER, variants, () => segment),
      column(UINTEGER, variants, ([number]) => number),
      column(UINTEGER, variants, ([number]) => counts[number] ?? 0),
      column(DOUBLE, variants, ([, { at }]) => at),
      column(VARCHAR, variants, ([, { id }]) => id),
      column(UINTEGER, variants, ([, { description }]) => description),
    ],
  });
  await appendRows(connection, 'segment_agents', {
    count: agents.length,
    columns: [
      column(UINTEGER, agents, () => segment),
      column(UINTEGER, agents, ([number]) => number),
      column(DOUBLE, agents, ([, { at }]) => at),
      column(VARCHAR, agents, ([, { id }]) => id),
    ],
  });
}

async function writeEvents(connection: DuckDBConnection, { rows, segment, reports, log }: Batch): Promise<void> {
  const numbers = (type: Column['type'], values: Uint32Array | Float64Array): Column => ({
    type,
    at: (row) => values[row] as number,
  });
  await appendRows(connection, 'events', {
    count: segment === null ? 0 : rows.count,
    columns: [
      { type: UINTEGER, at: () => segment?.segment ?? 0 },
      numbers(DOUBLE, rows.at),
      ...[rows.variant, rows.agent, rows.source, rows.user, rows.description].map((each) => numbers(UINTEGER, each)),
      numbers(UINTEGER, rows.seconds),
      numbers(DOUBLE, rows.offset),
      { type: VARCHAR, at: (row) => rows.oddIds.get(row) ?? null },
    ],
  });
  await appendRows(connection, 'reports', {
    count: reports.length,
    columns: [
      { type: UINTEGER, at: () => log.log },
      { type: DOUBLE, at: (row) => reports[row]?.at ?? 0 },
      { type: VARCHAR, at: (row) => reports[row]?.id ?? '' },
      { type: VARCHAR, at: (row) => JSON.stringify(reports[row]) },
    ],
  });
}

async function writeWords(connection: DuckDBConnection, words: Vocabulary): Promise<void> {
  const append = async <T>(
    table: string,
    dictionary: Dictionary<T>,
    fields: readonly [Column['type'], (entry: T) => number | string | null][],
  ) => {
    const { fresh, entries } = dictionary;
    const columns = fields.map(([type, value]) => ({
      type,
      at: (row: number) => value(entries[fresh[row] as number] as T),
    }));
    await appendRows(connection, table, {
      count: fresh.length,
      columns: [{ type: UINTEGER, at: (row) => fresh[row] as number }, ...columns],
    });
  };
  await append('variants', words.variants, [
    [VARCHAR, ({ key }) => key],
    [UINTEGER, ({ ruleId }) => ruleId],
    [DOUBLE, ({ level }) => level],
    [VARCHAR, ({ groups }) => groups],
  ]);
  await append('agents', words.agents, [
    [VARCHAR, ({ id }) => id],
    [VARCHAR, ({ name }) => name],
  ]);
  await append('sources', words.sources, [
    [VARCHAR, ({ address }) => address],
    [VARCHAR, ({ srcip }) => srcip],
    [UTINYINT, ({ folded }) => folded],
  ]);
  await append('users', words.users, [
    [VARCHAR, ({ name }) => name],
    [UTINYINT, ({ folded }) => folded],
  ]);
  await append('descriptions', words.descriptions, [
    [VARCHAR, ({ text }) => text],
    [UTINYINT, ({ folded }) => folded],
  ]);
}
