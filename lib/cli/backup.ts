/*
 * `riposte backup FILE`: a copy of Riposte's database as it is at one moment, while the dashboard goes on. Any version's
 * database: it is what one wants before an upgrade.
 */
import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stateDirectory } from '../state/database.ts';
import { reason, UsageError } from './io.ts';
import type { Verb } from './run-cli.ts';

export const backupVerb: Verb = async ([target = ''], _, io) => {
  const source = join(stateDirectory(), 'riposte.db');
  if (!existsSync(source))
    throw new UsageError(`There is no database of Riposte at ${source}. RIPOSTE_STATE_DIR names the directory.`);
  createPrivate(target);
  try {
    copyDatabase(source, target);
    checkCopy(target);
  } catch (thrown) {
    rmSync(target, { force: true });
    throw new UsageError(`Can't write ${target}: ${reason(thrown)}.`);
  }
  io.say(`Wrote ${target}. It holds the secrets of every version of ossec.conf.`);
  return 0;
};

/** Before SQLite opens it, so that nobody else can read it at any moment. Never over a file that is there. */
function createPrivate(target: string): void {
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (thrown) {
    throw new UsageError(`Can't write ${target}: ${reason(thrown)}.`);
  }
}

/** One read transaction: what others write meanwhile is not in it. SQLite takes an empty file for none. */
function copyDatabase(source: string, target: string): void {
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  const file = openSync(target, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function checkCopy(target: string): void {
  const copy = new DatabaseSync(target, { readOnly: true });
  try {
    const answer = copy.prepare('PRAGMA integrity_check').get()?.integrity_check;
    if (answer !== 'ok') throw new Error('the copy is damaged');
  } finally {
    copy.close();
  }
}
