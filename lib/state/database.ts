/*
 * Riposte's own database: one SQLite file in the state directory. Opens it, migrates it, hands it out; what is in it is the
 * business of the modules that own a table.
 */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';

export type Database = DatabaseSync;

/** RIPOSTE_STATE_DIR, or .riposte in the project. */
export const stateDirectory = (): string =>
  resolve(/*turbopackIgnore: true*/ process.env.RIPOSTE_STATE_DIR || '.riposte');

/** Opens and migrates the database at `path`. Throws when it was written by a newer Riposte. */
export function openDatabaseAt(path: string): Database {
  const database = new DatabaseSync(path);
  try {
    // The timeout first: another process may be switching the journal's mode right now.
    database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
    );
    migrate(database);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
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

const busy = new WeakSet<Database>();

/** Runs `work` in one transaction: all of it or none. Inside another one it is part of that. */
export function inTransaction<T>(database: Database, work: () => T): T {
  if (busy.has(database)) return work();
  database.exec('BEGIN IMMEDIATE');
  busy.add(database);
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (thrown) {
    rollBack(database);
    throw thrown;
  } finally {
    busy.delete(database);
  }
}

function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back already, on a full disk for one; what matters is why.
  }
}

const shared = globalThis as { riposteDatabase?: Database };

/** The one database of this process. */
export function openDatabase(): Database {
  if (shared.riposteDatabase) return shared.riposteDatabase;
  const directory = stateDirectory();
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'riposte.db');
  keepPrivate(path);
  shared.riposteDatabase = openDatabaseAt(path);
  return shared.riposteDatabase;
}

/** Before SQLite opens it: the journal beside it takes the mode of the file, and holds whole configurations. */
function keepPrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (existsSync(/*turbopackIgnore: true*/ file)) chmodSync(file, 0o600);
  }
}
