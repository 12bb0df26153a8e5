import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addAudit } from '../audit/audit-log.ts';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { runInMemory } from './memory-io.ts';

let directory: string;
let database: Database;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'riposte-state-'));
  vi.stubEnv('RIPOSTE_STATE_DIR', directory);
  database = openDatabaseAt(join(directory, 'riposte.db'));
  for (const action of ['one', 'two', 'three']) addAudit(database, { person: 'ada', action, detail: { name: 'Zoë' } });
});
afterEach(() => {
  database.close();
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true });
});
const riposte = (...args: string[]) => runInMemory(['audit', ...args], {});

it('a whole log is accepted while the dashboard has it open, and its head can be given back', async () => {
  const { code, out } = await riposte('verify');
  expect(code).toBe(0);
  expect(out).toMatch(/^The audit log is whole: 3 entries\.\nHead: [0-9a-f]{64}\n$/);
  const { head } = JSON.parse((await riposte('verify', '--json')).out);
  expect(await riposte('verify', '--head', head)).toMatchObject({ code: 0 });
});

it('one entry is told as one', async () => {
  database.exec(
    'DROP TRIGGER audit_is_never_deleted; DELETE FROM audit WHERE seq > 1; UPDATE sqlite_sequence SET seq = 1',
  );
  expect((await riposte('verify')).out).toMatch(/whole: 1 entry\.\n/);
});

it('a log that was changed, or lacks the given head, is refused', async () => {
  expect(await riposte('verify', '--head', 'a'.repeat(64))).toMatchObject({ code: 1 });
  database.exec(`DROP TRIGGER audit_is_never_changed; UPDATE audit SET person = 'eve' WHERE seq = 2`);
  const { code, out } = await riposte('verify');
  expect(code).toBe(1);
  expect(out).toContain('Entry 2');
  expect(JSON.parse((await riposte('verify', '--json')).out)).toMatchObject({ ok: false, seq: 2 });
});

it('an export is one document a line, as written', async () => {
  const { code, out } = await riposte('export');
  expect(code).toBe(0);
  const entries = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries.map(({ action }) => action)).toEqual(['one', 'two', 'three']);
  expect(JSON.parse(entries[0].detail)).toEqual({ name: 'Zoë' });
});

it.each([
  [[]],
  [['nope']],
  [['verify', 'more']],
  [['verify', '--head', 'abc']],
  [['verify', '--out', 'x']],
  [['export', '--json']],
])('a wrong call answers nothing: %j', async (args) => {
  expect(await riposte(...args)).toMatchObject({ code: 2, out: '' });
});

it('a directory without a database is told, and none is made', async () => {
  vi.stubEnv('RIPOSTE_STATE_DIR', join(directory, 'nowhere'));
  expect(await riposte('verify')).toMatchObject({ code: 2, said: expect.stringContaining('There is no database') });
  expect(existsSync(join(directory, 'nowhere'))).toBe(false);
});

it('a database of another version is left alone', async () => {
  const other = new DatabaseSync(join(directory, 'riposte.db'));
  other.exec('PRAGMA user_version = 2');
  other.close();
  expect(await riposte('verify')).toMatchObject({ code: 2, said: expect.stringContaining('an earlier Riposte') });
});
