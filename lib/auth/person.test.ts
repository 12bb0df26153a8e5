import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { personOfSession, readPerson } from './person.ts';
import { newSecret } from './secret-id.ts';
import {
  ABSOLUTE_MS,
  endSession,
  IDLE_MS,
  isProved,
  openSession,
  PROVED_MS,
  proveSession,
  rotateSession,
  touchSession,
} from './sessions.ts';
import { addUser, changeUser } from './users.ts';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const from = { address: '10.0.0.7', agent: 'Firefox' };
let database: Database;
let ada: string;
let secret: string;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
  const limits = { noAll: true, commands: null };
  addUser(database, { login: 'root', name: 'Root', role: 'admin', password: null });
  ada = addUser(database, { login: 'ada', name: 'Ada', role: 'operator', password: null, limits }) ?? '';
  secret = openSession(database, ada, from, NOW);
});
const who = (one: string | undefined, at = NOW) => readPerson(database, one, at)?.name ?? null;

it('the secret of a live session is a person with a role and its limits', () => {
  expect(readPerson(database, secret, NOW)).toEqual({
    ...{ id: ada, name: 'Ada', role: 'operator', permissions: ['view', 'edit', 'apply'] },
    limits: { noAll: true, commands: null },
    session: { publicId: expect.stringMatching(/^[0-9a-f-]{36}$/), provedAt: NOW, seenAt: NOW },
  });
});

it.each([undefined, '', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, 'riposte', newSecret()])('%j is nobody', (text) => {
  expect(who(text)).toBeNull();
});

it('neither the id of a person nor what may be said of a session opens one', () => {
  const publicId = readPerson(database, secret, NOW)?.session.publicId;
  expect([who(ada), who(publicId)]).toEqual([null, null]);
  expect(personOfSession(database, publicId ?? '', NOW)?.name).toBe('Ada');
});

it('the database alone is no way in: the secret is not in it', () => {
  const rows = JSON.stringify(database.prepare('SELECT * FROM sessions').all());
  expect(rows).not.toContain(secret);
});

it('who is disabled is nobody from then on', () => {
  changeUser(database, ada, { disabled: true });
  expect(who(secret)).toBeNull();
});

it('a role that changed holds at once', () => {
  changeUser(database, ada, { role: 'viewer' });
  expect(readPerson(database, secret, NOW)?.permissions).toEqual(['view']);
});

it('a session nobody uses ends, one that is used ends in the end', () => {
  expect([who(secret, NOW + IDLE_MS - 1), who(secret, NOW + IDLE_MS)]).toEqual(['Ada', null]);
  for (let at = NOW; at < NOW + ABSOLUTE_MS; at += IDLE_MS / 2) {
    const person = readPerson(database, secret, at);
    if (person) touchSession(database, person.session, at);
  }
  expect([who(secret, NOW + ABSOLUTE_MS - 1), who(secret, NOW + ABSOLUTE_MS)]).toEqual(['Ada', null]);
});

it('a session that is ended elsewhere is over', () => {
  const publicId = readPerson(database, secret, NOW)?.session.publicId ?? '';
  expect(endSession(database, 'somebody-else', publicId)).toBe(false);
  expect(who(secret)).toBe('Ada');
  expect(endSession(database, ada, publicId)).toBe(true);
  expect(who(secret)).toBeNull();
});

it('the secret is given anew, once, and the old one is good only for what was under way', () => {
  const session = readPerson(database, secret, NOW)?.session ?? { publicId: '' };
  expect(rotateSession(database, session, NOW + 15 * MINUTE - 1)).toBeNull();
  const at = NOW + 15 * MINUTE;
  const next = rotateSession(database, session, at) ?? '';
  expect(rotateSession(database, session, at)).toBeNull();
  expect([who(next, at), who(secret, at)]).toEqual(['Ada', 'Ada']);
  expect([who(next, at + MINUTE), who(secret, at + MINUTE)]).toEqual(['Ada', null]);
});

it('a proof is good for ten minutes', () => {
  const session = () => readPerson(database, secret, NOW)?.session ?? { publicId: '', provedAt: 0 };
  expect([isProved(session(), NOW + PROVED_MS - 1), isProved(session(), NOW + PROVED_MS)]).toEqual([true, false]);
  proveSession(database, session().publicId, NOW + PROVED_MS);
  expect(isProved(session(), NOW + PROVED_MS + 1)).toBe(true);
});
