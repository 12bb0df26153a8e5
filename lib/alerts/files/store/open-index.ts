/*
 * Opens the index file, alone: DuckDB locks it for one process. What is damaged or of another version is made anew. Bounds
 * what DuckDB may take, and lets it reach nothing but its own file.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { INDEX_VERSION, SCHEMA } from './schema.ts';

const FILE = 'alerts.duckdb';
const TAKEN = /could not set lock|conflicting lock/i;

export type OpenIndex = {
  /** Writes; one at a time. */
  writer: DuckDBConnection;
  /** Questions, beside it. */
  reader: DuckDBConnection;
  file: string;
  /** Made now, with nothing in it. */
  isNew: boolean;
  close(): void;
};

/** Another process has the index. */
export class IndexTaken extends Error {}

export async function openIndex(directory: string): Promise<OpenIndex> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    const opened = await open(directory);
    if (await isCurrent(opened.reader)) return { ...opened, isNew: false };
    opened.close();
  } catch (thrown) {
    if (TAKEN.test(String(thrown))) throw new IndexTaken(String(thrown));
  }
  removeIndex(directory);
  const opened = await open(directory);
  await opened.writer.run(`BEGIN; ${SCHEMA}; INSERT INTO meta VALUES ('version', '${INDEX_VERSION}'); COMMIT`);
  return { ...opened, isNew: true };
}

export function removeIndex(directory: string): void {
  for (const name of [FILE, `${FILE}.wal`, 'temporary'])
    rmSync(join(directory, name), { recursive: true, force: true });
}

async function open(directory: string): Promise<Omit<OpenIndex, 'isNew'>> {
  const file = join(directory, FILE);
  const instance = await DuckDBInstance.create(file, {
    memory_limit: '96MB',
    threads: '1',
    temp_directory: join(directory, 'temporary'),
    max_temp_directory_size: '256MB',
    checkpoint_threshold: '32MB',
    enable_external_access: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    lock_configuration: 'true',
  });
  const connections: DuckDBConnection[] = [];
  const close = () => {
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
  };
  try {
    const [writer, reader] = [await instance.connect(), await instance.connect()];
    connections.push(writer, reader);
    return { writer, reader, file, close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/** Counts that belong together must agree: a file that was put together from pieces is not trusted. */
async function isCurrent(reader: DuckDBConnection): Promise<boolean> {
  const version = await reader.runAndReadAll("SELECT value FROM meta WHERE name = 'version'");
  if (version.getRowsJS()[0]?.[0] !== INDEX_VERSION) return false;
  const sums = await reader.runAndReadAll(
    `SELECT (SELECT coalesce(sum(alerts), 0)::DOUBLE FROM logs), (SELECT coalesce(sum(alerts), 0)::DOUBLE FROM segments),
            (SELECT count(*)::DOUBLE FROM events)`,
  );
  const [inLogs, inSegments, rows] = sums.getRowsJS()[0] ?? [];
  return inLogs === inSegments && inSegments === rows;
}
