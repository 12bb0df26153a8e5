import { beforeAll, beforeEach, expect, it } from 'vitest';
import { loadAudit } from '../audit/audit-entries.ts';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { hashPassword } from './password.ts';
import { readPerson } from './person.ts';
import { readTicket } from './second-factor-ticket.ts';
import { signIn } from './sign-in.ts';
import { addUser, changeUser, loadPassword } from './users.ts';

const PASSWORD = 'four lamps near the harbour';
const from = { address: '10.0.0.7', agent: 'Firefox' };
let hash: string;
let database: Database;
let ada: string;
beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});
beforeEach(() => {
  database = openDatabaseAt(':memory:');
  addUser(database, { login: 'root', name: 'Root', role: 'admin', password: null });
  ada = addUser(database, { login: 'ada', name: 'Ada', role: 'viewer', password: hash }) ?? '';
});
const tryAs = (login: string, password: string, address = from.address) =>
  signIn(database, { login, password }, { ...from, address });
const audit = () => loadAudit(database, {}).entries.map(({ person, action, detail }) => ({ person, action, detail }));

it('the right password opens a session, and the log says so', async () => {
  const result = await tryAs('ADA', PASSWORD);
  if (result.status !== 'signed-in') throw new Error(result.status);
  expect(readPerson(database, result.secret)).toMatchObject({ id: ada, name: 'Ada' });
  expect(audit()).toEqual([{ person: ada, action: 'signed-in', detail: { how: 'password', address: '10.0.0.7' } }]);
  expect(JSON.stringify(database.prepare('SELECT * FROM audit').all())).not.toContain(result.secret);
});

it.each([
  ['a wrong password', 'ada', 'four lamps near the harbor'],
  ['a name that is not there', 'eve', PASSWORD],
  ['an account without a password', 'root', PASSWORD],
  ['an endless password', 'ada', 'x'.repeat(100_000)],
])('%s is wrong, in the same words', async (_, login, password) => {
  expect(await tryAs(login, password)).toEqual({ status: 'wrong' });
  expect(audit()).toEqual([{ person: 'riposte', action: 'sign-in-failed', detail: { login, address: '10.0.0.7' } }]);
});

it('an account that is disabled is wrong', async () => {
  changeUser(database, ada, { disabled: true });
  expect(await tryAs('ada', PASSWORD)).toEqual({ status: 'wrong' });
});

it('the log keeps little of a name that was typed', async () => {
  await tryAs(`${'n'.repeat(32)}secret`, 'x');
  expect(audit()[0]?.detail.login).toBe('n'.repeat(32));
});

it('many tries at once are not more than many in a row', async () => {
  const results = await Promise.all(Array.from({ length: 12 }, () => tryAs('ada', 'x'.repeat(300))));
  expect(results.filter(({ status }) => status === 'wrong')).toHaveLength(5);
  expect(results.filter(({ status }) => status === 'wait')).toHaveLength(7);
  // The right one has to wait, too; from elsewhere as well: it is the account that is tried.
  expect(await tryAs('ada', PASSWORD, '10.9.9.9')).toMatchObject({ status: 'wait', ms: expect.any(Number) });
});

it('one address that tries many accounts has to wait', async () => {
  for (let at = 0; at < 20; at++) await tryAs(`user${at}`, 'x'.repeat(300));
  expect(await tryAs('ada', PASSWORD)).toMatchObject({ status: 'wait' });
  expect(await tryAs('ada', PASSWORD, '10.9.9.9')).toMatchObject({ status: 'signed-in' });
});

it('signing in right counts for nothing against anybody', async () => {
  for (let at = 0; at < 6; at++) expect(await tryAs('ada', PASSWORD)).toMatchObject({ status: 'signed-in' });
  expect(database.prepare('SELECT COUNT(*) AS n FROM sign_in_failures').get()).toEqual({ n: 0 });
}, 30_000);

it('with a second factor the password opens nothing yet', async () => {
  database
    .prepare(
      `INSERT INTO second_factors (person, secret, confirmed_at, last_step, recovery) VALUES (?, 'x', 1, 0, '[]')`,
    )
    .run(ada);
  const result = await tryAs('ada', PASSWORD);
  if (result.status !== 'needs-code') throw new Error(result.status);
  expect(readPerson(database, result.ticket)).toBeNull();
  expect(readTicket(database, result.ticket)?.person).toBe(ada);
  expect(database.prepare('SELECT COUNT(*) AS n FROM sessions').get()).toEqual({ n: 0 });
});

it('a password that was kept with less work is kept anew', async () => {
  const { scryptSync } = await import('node:crypto');
  const salt = Buffer.from('salt');
  const key = scryptSync(PASSWORD, salt, 32, { N: 16_384, r: 8, p: 1 });
  const weak = ['scrypt', 16_384, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
  database.prepare('UPDATE users SET password = ? WHERE person = ?').run(weak, ada);
  expect(await tryAs('ada', PASSWORD)).toMatchObject({ status: 'signed-in' });
  expect(loadPassword(database, ada)).toMatch(/^scrypt\$65536\$8\$2\$/);
  expect(await tryAs('ada', PASSWORD)).toMatchObject({ status: 'signed-in' });
});
