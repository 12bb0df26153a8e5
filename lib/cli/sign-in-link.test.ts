import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadAudit } from '../audit/audit-entries.ts';
import { readLink } from '../auth/sign-in-links.ts';
import { addUser, changeUser } from '../auth/users.ts';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { runInMemory } from './memory-io.ts';

let directory: string;
let database: Database;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'riposte-state-'));
  vi.stubEnv('RIPOSTE_STATE_DIR', directory);
  vi.stubEnv('RIPOSTE_PUBLIC_ORIGIN', 'https://riposte.example');
  database = openDatabaseAt(join(directory, 'riposte.db'));
});
afterEach(() => {
  database.close();
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true });
});
const riposte = (...args: string[]) => runInMemory(['sign-in-link', ...args], {});
const linkIn = (out: string) => /https:\/\/riposte\.example\/setup\?token=([\w-]{43})\n$/.exec(out)?.[1];
const add = (login: string, role: 'admin' | 'viewer') =>
  addUser(database, { login, name: login, role, password: null }) ?? '';

it('while there is nobody it is the link of the first start', async () => {
  const { code, out } = await riposte();
  expect(code).toBe(0);
  expect(readLink(database, linkIn(out))).toMatchObject({ kind: 'setup', person: null });
});

it('then it is for a new password: of the named one, or of the only administrator; and it is written down', async () => {
  const [ada, bob] = [add('ada', 'admin'), add('bob', 'viewer')];
  expect(readLink(database, linkIn((await riposte()).out))).toMatchObject({ kind: 'password', person: ada });
  expect(readLink(database, linkIn((await riposte('BOB')).out))).toMatchObject({ kind: 'password', person: bob });
  const written = loadAudit(database, {}).entries.map(({ person, action, detail }) => ({ person, action, detail }));
  expect(written).toContainEqual({ person: 'local', action: 'link-made', detail: { login: 'bob' } });
});

it('who is not there, or disabled, or not the only one, is asked for', async () => {
  const ada = add('ada', 'admin');
  add('eva', 'admin');
  changeUser(database, ada, { disabled: true });
  add('kim', 'admin');
  expect(await riposte()).toMatchObject({ code: 2 });
  expect(await riposte('ada')).toMatchObject({ code: 2 });
  expect(await riposte('nobody')).toMatchObject({ code: 2 });
  expect(database.prepare('SELECT COUNT(*) AS n FROM sign_in_links').get()).toEqual({ n: 0 });
});
