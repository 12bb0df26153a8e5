import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadContent, saveContent, sha256Of } from '../history/contents.ts';
import { inTransaction, openDatabase, openDatabaseAt } from './database.ts';
import { MIGRATIONS } from './migrations.ts';

let directory: string;
const path = () => join(directory, 'riposte.db');
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'riposte-state-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const versionOf = (database: DatabaseSync) => database.prepare('PRAGMA user_version').get()?.user_version;

it('a new database has the latest schema', () => {
  const database = openDatabaseAt(path());
  expect(versionOf(database)).toBe(MIGRATIONS.length);
  expect(database.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  database.close();
});

it('an earlier schema is brought up to date, and what it held is kept', () => {
  const old = new DatabaseSync(path());
  old.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1;`);
  saveContent(old, Buffer.from('kept'));
  old.close();
  const database = openDatabaseAt(path());
  expect(versionOf(database)).toBe(MIGRATIONS.length);
  expect(Buffer.from(loadContent(database, sha256Of(Buffer.from('kept'))) ?? []).toString()).toBe('kept');
  database.close();
});

it('an up-to-date database is opened as it is, by two at once', () => {
  const [one, two] = [openDatabaseAt(path()), openDatabaseAt(path())];
  saveContent(one, Buffer.from('x'));
  expect(loadContent(two, sha256Of(Buffer.from('x')))).not.toBeNull();
  one.close();
  two.close();
});

it('a database of a newer version is refused and left alone', () => {
  const newer = new DatabaseSync(path());
  newer.exec('PRAGMA user_version = 999');
  newer.close();
  expect(() => openDatabaseAt(path())).toThrow('newer Riposte');
  const again = new DatabaseSync(path());
  expect(versionOf(again)).toBe(999);
  again.close();
});

it('bytes that are no longer what they were are not given out', () => {
  const database = openDatabaseAt(':memory:');
  const sha256 = saveContent(database, Buffer.from('good'));
  database.prepare('UPDATE contents SET bytes = ?').run(Buffer.from('evil'));
  expect(loadContent(database, sha256)).toBeNull();
  expect(loadContent(database, 'f'.repeat(64))).toBeNull();
});

it('a transaction is all or nothing, one inside another included', () => {
  const database = openDatabaseAt(':memory:');
  const fail = () =>
    inTransaction(database, () => {
      inTransaction(database, () => saveContent(database, Buffer.from('a')));
      throw new Error('no');
    });
  expect(fail).toThrow('no');
  expect(database.prepare('SELECT count(*) AS n FROM contents').get()).toEqual({ n: 0 });
  inTransaction(database, () => saveContent(database, Buffer.from('a')));
  expect(database.prepare('SELECT count(*) AS n FROM contents').get()).toEqual({ n: 1 });
});

it('an error that SQLite has already rolled back for is the one that is told', () => {
  const database = openDatabaseAt(':memory:');
  const work = () => {
    database.exec('ROLLBACK');
    throw new Error('disk full');
  };
  expect(() => inTransaction(database, work)).toThrow('disk full');
});

it('nobody else can read the files of the state directory', () => {
  vi.stubEnv('RIPOSTE_STATE_DIR', join(directory, 'state'));
  const shared = globalThis as { riposteDatabase?: DatabaseSync };
  const database = openDatabase();
  expect(openDatabase()).toBe(database);
  saveContent(database, Buffer.from('secret'));
  const modes = readdirSync(join(directory, 'state')).map((name) => statSync(join(directory, 'state', name)).mode);
  expect(modes.length).toBeGreaterThan(1);
  expect(modes.map((mode) => mode & 0o077)).toEqual(modes.map(() => 0));
  database.close();
  delete shared.riposteDatabase;
  vi.unstubAllEnvs();
});
