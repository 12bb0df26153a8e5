/* Opens Riposte's database for a verb: nothing is created, nothing is migrated. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Database, stateDirectory } from '../state/database.ts';
import { MIGRATIONS } from '../state/migrations.ts';
import { UsageError } from './io.ts';

/** For a verb that only looks. Throws a UsageError that says why when it can't be looked at. */
export const openStateReadOnly = (): Database => open({ readOnly: true });

/** For a verb that writes, while the dashboard runs or not. */
export const openState = (): Database => open({ readOnly: false });

function open(options: { readOnly: boolean }): Database {
  const path = join(stateDirectory(), 'riposte.db');
  if (!existsSync(path)) {
    throw new UsageError(`There is no database of Riposte at ${path}. RIPOSTE_STATE_DIR names the directory.`);
  }
  try {
    const database = new DatabaseSync(path, options);
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON');
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
