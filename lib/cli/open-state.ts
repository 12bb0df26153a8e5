/* Opens Riposte's database for a verb that only looks: nothing is created, nothing is migrated. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Database, stateDirectory } from '../state/database.ts';
import { MIGRATIONS } from '../state/migrations.ts';
import { UsageError } from './io.ts';

/** The database of the state directory. Throws a UsageError that says why when it can't be looked at. */
export function openStateReadOnly(): Database {
  const path = join(stateDirectory(), 'riposte.db');
  if (!existsSync(path)) {
    throw new UsageError(`There is no database of Riposte at ${path}. RIPOSTE_STATE_DIR names the directory.`);
  }
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    database.exec('PRAGMA busy_timeout = 5000');
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version === MIGRATIONS.length) return database;
    database.close();
    const age = version > MIGRATIONS.length ? 'a newer' : 'an earlier';
    throw new UsageError(
      `${path} was written by ${age} Riposte. Start the dashboard of this version once, or use that one.`,
    );
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown;
    throw new UsageError(`Can't open ${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}.`);
  }
}
