import { beforeEach, expect, it } from 'vitest';
import { readPerson } from '../auth/person.ts';
import { openSession } from '../auth/sessions.ts';
import { makeLink } from '../auth/sign-in-links.ts';
import { addUser, listUsers, loadPassword } from '../auth/users.ts';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { loadDraft, saveDraft } from './draft.ts';
import { replaceLostPassword } from './replace-lost-password.ts';
import { setUpAdmin } from './set-up-admin.ts';

let database: Database;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
});
const admin = (token: string) => ({ token, name: 'Marta Kowalska', login: 'marta', passwordHash: 'hash' });

it('the link makes the first administrator, once', () => {
  const token = makeLink(database, { kind: 'setup' });
  const person = setUpAdmin(database, admin(token));
  expect(listUsers(database)).toMatchObject([{ person, name: 'Marta Kowalska', login: 'marta', role: 'admin' }]);
  expect(setUpAdmin(database, admin(token))).toBeNull();
  expect(listUsers(database)).toHaveLength(1);
});

it('once there is somebody no link makes another first administrator', () => {
  const token = makeLink(database, { kind: 'setup' });
  addUser(database, { login: 'ada', name: 'Ada', role: 'viewer', password: null });
  expect(setUpAdmin(database, admin(token))).toBeNull();
  expect(listUsers(database)).toHaveLength(1);
});

it.each(['', 'nonsense', 'a'.repeat(43)])('%j makes nobody', (token) => {
  expect(setUpAdmin(database, admin(token))).toBeNull();
  expect(listUsers(database)).toEqual([]);
});

it('the draft of the time before comes along', () => {
  const change = { op: 'remove-response', index: 0 } as const;
  const changes = [{ id: 'c1', change, madeAt: 1 }];
  saveDraft(database, {
    person: 'local',
    baseSha256: 'a'.repeat(64),
    savedAt: 1,
    restoreSha256: 'b'.repeat(64),
    changes,
  });
  const person = setUpAdmin(database, admin(makeLink(database, { kind: 'setup' })));
  expect(loadDraft(database, 'local')).toBeNull();
  expect(loadDraft(database, person ?? '')?.changes.map(({ id }) => id)).toEqual(['c1']);
});

it('a new password through a link ends every session, and needs the right kind of link', () => {
  const person = addUser(database, { login: 'ada', name: 'Ada', role: 'viewer', password: 'old' }) ?? '';
  const secret = openSession(database, person, { address: '', agent: '' });
  expect(replaceLostPassword(database, makeLink(database, { kind: 'setup' }), 'new')).toBe(false);
  expect([loadPassword(database, person), readPerson(database, secret)?.name]).toEqual(['old', 'Ada']);
  const token = makeLink(database, { kind: 'password', person });
  expect(replaceLostPassword(database, token, 'new')).toBe(true);
  expect([loadPassword(database, person), readPerson(database, secret)]).toEqual(['new', null]);
  expect(replaceLostPassword(database, token, 'newer')).toBe(false);
});
