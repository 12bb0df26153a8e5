/*
 * Appends columns to a table of DuckDB, chunk by chunk. Knows types, not what the columns mean.
 */
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';

const CHUNK = 2048;

export type Column = { type: DuckDBType; at: (row: number) => DuckDBValue };

/** Within the transaction of the connection. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  { columns, count }: { columns: readonly Column[]; count: number },
): Promise<void> {
  if (count === 0) return;
  const appender = await connection.createAppender(table);
  const types = columns.map(({ type }) => type);
  for (let first = 0; first < count; first += CHUNK) {
    const rows = Math.min(CHUNK, count - first);
    const chunk = DuckDBDataChunk.create(types, rows);
    for (const [index, { at }] of columns.entries()) {
      const vector = chunk.getColumnVector(index);
      for (let row = 0; row < rows; row += 1) vector.setItem(row, at(first + row));
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
