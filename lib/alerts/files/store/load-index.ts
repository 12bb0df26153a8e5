/*
 * Reads from the index what is kept in memory: words, logs, segments and their sums. Knows the tables, not the questions.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { EventRows, splitId } from '../scan/event-rows.ts';
import type { Vocabulary } from '../scan/vocabulary.ts';
import { Block, type Columns, EMPTY_BLOCK, emptyColumns } from './block.ts';
import { ID } from './schema.ts';
import { addRows, type Log, type Newest, newerOf, type Segment, type Sums, withRoom } from './segments.ts';

export async function loadRows<T extends unknown[]>(connection: DuckDBConnection, sql: string): Promise<T[]> {
  return (await connection.runAndReadAll(sql)).getRowsJS() as T[];
}

export async function loadWords(connection: DuckDBConnection, words: Vocabulary): Promise<void> {
  const rows = <T extends unknown[]>(sql: string) => loadRows<T>(connection, sql);
  const variants = await rows<[number, string, number, number, string]>('FROM variants');
  words.variants.restore(
    variants.map(([number, key, ruleId, level, groups]) => ({ number, entry: { key, ruleId, level, groups } })),
  );
  const agents = await rows<[number, string, string]>('FROM agents');
  words.agents.restore(agents.map(([number, id, name]) => ({ number, entry: { id, name } })));
  const sources = await rows<[number, string | null, string | null, 0 | 1 | 2]>('FROM sources');
  words.sources.restore(
    sources.map(([number, address, srcip, folded]) => ({ number, entry: { address, srcip, folded } })),
  );
  const users = await rows<[number, string | null, 0 | 1 | 2]>('FROM users');
  words.users.restore(users.map(([number, name, folded]) => ({ number, entry: { name, folded } })));
  const descriptions = await rows<[number, string, 0 | 1]>('FROM descriptions');
  words.descriptions.restore(descriptions.map(([number, text, folded]) => ({ number, entry: { text, folded } })));
}

export async function loadLogs(connection: DuckDBConnection): Promise<Log[]> {
  const rows = await loadRows<[number, string, string, string, number, string, number, number, number, boolean]>(
    connection,
    'SELECT log, name, inode, head, head_length, tail, read_to, alerts, unreadable, ended FROM logs',
  );
  return rows.map(([log, name, inode, head, headLength, tail, readTo, alerts, unreadable, ended]) => ({
    ...{ log, name, inode, head, headLength, tail },
    ...{ readTo, alerts, unreadable, ended },
  }));
}

export type LoadedSegments = { segments: Segment[]; open: { segment: Segment; sums: Sums; block: Block }[] };

export async function loadSegments(connection: DuckDBConnection): Promise<LoadedSegments> {
  const rows = await loadRows<[number, number, number, number, number, number, boolean]>(
    connection,
    'SELECT segment, log, starts, alerts, first_ms, last_ms, closed FROM segments ORDER BY segment',
  );
  const segments = rows.map(([segment, log, starts, alerts, first, last, closed]) => ({
    ...{ segment, log, starts, alerts, first, last, closed },
    counts: new Uint32Array(0),
  }));
  const bySegment = new Map(segments.map((each) => [each.segment, each]));
  const counts = await loadRows<[number, number, number]>(
    connection,
    'SELECT segment, variant, alerts FROM segment_variants ORDER BY variant DESC',
  );
  for (const [number, variant, alerts] of counts) {
    const segment = bySegment.get(number);
    if (segment === undefined) continue;
    segment.counts = withRoom(segment.counts, variant);
    segment.counts[variant] = alerts;
  }
  const open = [];
  for (const segment of segments.filter(({ closed }) => !closed)) open.push(await loadOpen(connection, segment));
  return { segments, open };
}

/** A segment that still grows has its sums nowhere but in its events. */
async function loadOpen(connection: DuckDBConnection, segment: Segment) {
  const rows = new EventRows();
  const found = await loadRows<[number, number, number, number, number, number, string]>(
    connection,
    `SELECT ms, variant, agent, source, account, description, ${ID} FROM events WHERE segment = ${segment.segment}`,
  );
  for (const [at, variant, agent, source, user, description, id] of found) {
    const row = rows.add();
    rows.at[row] = at;
    rows.variant[row] = variant;
    rows.agent[row] = agent;
    rows.source[row] = source;
    rows.user[row] = user;
    rows.description[row] = description;
    const parts = splitId(id);
    rows.seconds[row] = parts?.seconds ?? 0;
    rows.offset[row] = parts?.offset ?? 0;
    if (parts === null) rows.oddIds.set(row, id);
  }
  const sums: Sums = { variants: new Map(), agents: new Map() };
  segment.alerts = 0;
  addRows(segment, sums, rows);
  return { segment, sums, block: EMPTY_BLOCK.with(rows) };
}

export type NewestOf = { variants: Newest[]; agents: Newest[] };

/** Of closed segments. */
export async function loadNewest(connection: DuckDBConnection): Promise<NewestOf> {
  const newest: NewestOf = { variants: [], agents: [] };
  const variants = await loadRows<[number, number, string, number]>(
    connection,
    `SELECT variant, ms, id, description FROM segment_variants
     QUALIFY row_number() OVER (PARTITION BY variant ORDER BY ms DESC, id DESC) = 1`,
  );
  for (const [variant, at, id, description] of variants) newest.variants[variant] = { at, id, description };
  const agents = await loadRows<[number, number, string]>(
    connection,
    `SELECT agent, ms, id FROM segment_agents
     QUALIFY row_number() OVER (PARTITION BY agent ORDER BY ms DESC, id DESC) = 1`,
  );
  for (const [agent, at, id] of agents) newest.agents[agent] = { at, id, description: 0 };
  return newest;
}

export function addNewest(newest: NewestOf, { variants, agents }: Sums): void {
  for (const [number, each] of variants) newest.variants[number] = newerOf(newest.variants[number], each);
  for (const [number, each] of agents) newest.agents[number] = newerOf(newest.agents[number], each);
}

/** The blocks of neighbouring segments, each as long as `sizes` says. */
export async function loadBlocks(connection: DuckDBConnection, sizes: ReadonlyMap<number, number>) {
  const numbers = [...sizes.keys()];
  const loading = new Map<number, Columns & { count: number }>();
  for (const [segment, alerts] of sizes) loading.set(segment, { ...emptyColumns(alerts), count: 0 });
  const result = await connection.stream(
    `SELECT segment, ms, variant, agent, source, account FROM events
     WHERE segment BETWEEN ${Math.min(...numbers)} AND ${Math.max(...numbers)}`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [segment, at, variant, agent, source, user] = [0, 1, 2, 3, 4, 5].map((column) =>
      chunk.getColumnVector(column),
    );
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const columns = loading.get(segment?.getItem(row) as number);
      if (columns === undefined) continue;
      const index = columns.count++;
      columns.at[index] = at?.getItem(row) as number;
      columns.variant[index] = variant?.getItem(row) as number;
      columns.agent[index] = agent?.getItem(row) as number;
      columns.source[index] = source?.getItem(row) as number;
      columns.user[index] = user?.getItem(row) as number;
    }
  }
  return new Map([...loading].map(([segment, columns]) => [segment, new Block(columns, columns.count)]));
}
