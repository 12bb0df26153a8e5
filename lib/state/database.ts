/*
 * Riposte's own database: one SQLite file in the state directory. Opens it, migrates it, hands it out; what is in it is the
 * business of the modules that own a table.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';

export type Database = DatabaseSync;

/** RIPOSTE_STATE_DIR, or .riposte in the project. */
export const stateDirectory = (): string => resolve(process.env.RIPOSTE_STATE_DIR || '.riposte');

/** Opens and migrates the database at `path`. Throws when it was written by a newer Riposte. */
export function openDatabaseAt(path: string): Database {
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
  );
  migrate(database);
  return database;
}

function migrate(database: Database): void {
  const version = () =>
    Number((database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
  if (version() > MIGRATIONS.length) {
    throw new Error(
      'The state directory was written by a newer Riposte. Start that version, or use another RIPOSTE_STATE_DIR.',
    );
  }
  while (version() < MIGRATIONS.length) {
    inTransaction(database, () => {
      // Another process may have migrated while this one waited for the lock.
      const at = version();
      const step = MIGRATIONS[at];
      if (step !== undefined) database.exec(`${step}; PRAGMA user_version = ${at + 1};`);
    });
  }
}

/** Runs `work` in one transaction: all of it or none. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (thrown) {
    database.exec('ROLLBACK');
    throw thrown;
  }
}

const shared = globalThis as { riposteDatabase?: Database };

/** The one database of this process. */
export function openDatabase(): Database {
  if (shared.riposteDatabase) return shared.riposteDatabase;
  const directory = stateDirectory();
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'riposte.db');
  shared.riposteDatabase = openDatabaseAt(path);
  chmodSync(path, 0o600);
  return shared.riposteDatabase;
}
