import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addAudit } from '../audit/audit-log.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { loadContent, saveContent } from '../history/contents.ts';
import { addRevision } from '../history/revisions.ts';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { processIo } from './io.ts';
import { runCli } from './run-cli.ts';

let directory: string;
let database: Database;
let said: string[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'riposte-cli-'));
  vi.stubEnv('RIPOSTE_STATE_DIR', directory);
  database = openDatabaseAt(join(directory, 'riposte.db'));
  said = [];
  for (const [at, text] of ['<a/>\n', '<b/>\n'].entries()) {
    const sha256 = saveContent(database, Buffer.from(text));
    const rest = { person: null, note: '', sentences: [], applyId: null, at: 1_700_000_000_000 };
    addRevision(database, { sha256, parentSha256: null, source: at === 0 ? 'first' : 'outside', ...rest });
  }
});
afterEach(() => {
  database.close();
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true });
});
const riposte = (...args: string[]) => runCli(args, { ...processIo, say: (text) => said.push(text), answer: () => {} });
const path = (name: string) => join(directory, name);
const modeOf = (name: string) => statSync(path(name)).mode & 0o777;

it('the history is exported while the dashboard has it open, for its owner only', async () => {
  expect(await riposte('history', 'export', '--patches', path('all.mbox'))).toBe(0);
  expect(await riposte('history', 'export', '--git', path('all.git'))).toBe(0);
  expect(readFileSync(path('all.mbox'), 'utf8').match(/^From: /gm)).toHaveLength(2);
  expect(readFileSync(path('all.git'), 'utf8')).toMatch(/^feature done\n[\s\S]*<b\/>\n\ndone\n$/);
  expect([modeOf('all.mbox'), modeOf('all.git')]).toEqual([0o600, 0o600]);
  expect(said[0]).toContain('holds the secrets');
});

it('a file that is there is never written over', async () => {
  writeFileSync(path('mine'), 'mine');
  for (const args of [
    ['history', 'export', '--git', path('mine')],
    ['backup', path('mine')],
  ]) {
    expect(await riposte(...args)).toBe(2);
    expect(said.at(-1)).toContain('it is there already');
  }
  expect(readFileSync(path('mine'), 'utf8')).toBe('mine');
});

it.each([
  [['history']],
  [['history', 'import', '--git', 'x']],
  [['history', 'export']],
  [['history', 'export', '--git', 'x', '--patches', 'y']],
  [['backup']],
  [['backup', 'a', 'b']],
  [['backup', '/nowhere/at/all']],
])('a wrong call does nothing: %j', async (args) => {
  const before = readdirSync(directory);
  expect(await riposte(...args)).toBe(2);
  expect(readdirSync(directory)).toEqual(before);
});

it('a backup is the whole database at one moment, though it is being written', async () => {
  addAudit(database, { person: 'ada', action: 'one' });
  const writer = openDatabaseAt(path('riposte.db'));
  writer.exec('BEGIN IMMEDIATE');
  writer.prepare(`INSERT INTO settings (key, value) VALUES ('half', 'done')`).run();
  expect(await riposte('backup', path('copy.db'))).toBe(0);
  writer.exec('COMMIT');
  writer.close();
  expect(modeOf('copy.db')).toBe(0o600);
  const copy = openDatabaseAt(path('copy.db'));
  expect(copy.prepare('SELECT count(*) AS n FROM revisions').get()).toEqual({ n: 2 });
  expect(copy.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({ n: 0 });
  expect(loadContent(copy, saveContent(copy, Buffer.from('<a/>\n')))).not.toBeNull();
  expect(verifyAudit(copy)).toMatchObject({ ok: true });
  copy.close();
});

it('a backup of another version’s database is taken, too', async () => {
  database.exec('PRAGMA user_version = 1');
  expect(await riposte('backup', path('copy.db'))).toBe(0);
  const copy = new DatabaseSync(path('copy.db'), { readOnly: true });
  expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  copy.close();
});

it('without a database there is nothing to copy, and none is made', async () => {
  vi.stubEnv('RIPOSTE_STATE_DIR', join(directory, 'none'));
  expect(await riposte('backup', path('copy.db'))).toBe(2);
  expect([existsSync(path('copy.db')), existsSync(path('none'))]).toEqual([false, false]);
});
