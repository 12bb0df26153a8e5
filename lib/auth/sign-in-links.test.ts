import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { linkAddress } from './link-address.ts';
import { setupLine } from './setup-line.ts';
import { LINK_MS, makeLink, readLink, takeLink } from './sign-in-links.ts';
import { addUser } from './users.ts';

const NOW = 1_700_000_000_000;
let database: Database;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
});

it('a link is good once, for an hour; looking does not use it up', () => {
  const secret = makeLink(database, { kind: 'setup' }, NOW);
  expect(readLink(database, secret, NOW + LINK_MS - 1)).toMatchObject({ kind: 'setup', person: null });
  expect(readLink(database, secret, NOW + LINK_MS)).toBeNull();
  expect(takeLink(database, secret, 'password', NOW)).toBeNull();
  expect(takeLink(database, secret, 'setup', NOW)).toMatchObject({ kind: 'setup' });
  expect(takeLink(database, secret, 'setup', NOW)).toBeNull();
  expect(readLink(database, secret, NOW)).toBeNull();
});

it('only the newest link of its kind and person is good', () => {
  const [ada, bob] = ['ada', 'bob'].map((login) =>
    addUser(database, { login, name: login, role: 'viewer', password: null }),
  ) as [string, string];
  const links = [ada, ada, bob].map((person) => makeLink(database, { kind: 'password', person }, NOW));
  expect(links.map((secret) => readLink(database, secret, NOW)?.person ?? null)).toEqual([null, ada, bob]);
});

it.each([undefined, null, '', 'x', 7, ['a'], 'a'.repeat(43), "' OR 1=1 --"])('%j is no link', (text) => {
  makeLink(database, { kind: 'setup' }, NOW);
  expect(readLink(database, text, NOW)).toBeNull();
});

it('the database alone is no way in: the secret is not in it', () => {
  const secret = makeLink(database, { kind: 'setup' }, NOW);
  expect(JSON.stringify(database.prepare('SELECT * FROM sign_in_links').all())).not.toContain(secret);
});

it('while there is nobody each start prints a link, and the one before is over', () => {
  const secretIn = (line: string | null) => /token=([\w-]{43})$/.exec(line ?? '')?.[1];
  const first = setupLine(database, { PORT: '4711' });
  expect(first).toMatch(/^First start\. Open this link .*\(valid 1 hour, once\): http:\/\/127\.0\.0\.1:4711\/setup\?/);
  const second = setupLine(database, {});
  expect(readLink(database, secretIn(first))).toBeNull();
  expect(readLink(database, secretIn(second))).toMatchObject({ kind: 'setup' });
  addUser(database, { login: 'ada', name: 'Ada', role: 'admin', password: null });
  expect(setupLine(database, {})).toBeNull();
});

it.each([
  [{}, 'http://127.0.0.1:3000'],
  [{ HOST: '0.0.0.0', PORT: '80' }, 'http://127.0.0.1:80'],
  [{ HOST: '::1', PORT: '80' }, 'http://[::1]:80'],
  [{ HOST: '10.0.0.7', PORT: '80', RIPOSTE_PUBLIC_ORIGIN: 'https://riposte.example' }, 'https://riposte.example'],
])('with %j a link is at %s', (env, origin) => {
  expect(linkAddress('SECRET', env)).toBe(`${origin}/setup?token=SECRET`);
});
