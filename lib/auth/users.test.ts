import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { NO_LIMITS } from './roles.ts';
import { addUser, changeUser, findByLogin, limitsOf, listUsers, loadUser } from './users.ts';

let database: Database;
let ada: string;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
  ada = add('ada', 'admin');
});

const add = (login: string, role: 'admin' | 'operator') =>
  addUser(database, { login, name: `Name of ${login}`, password: null, role }) ?? '';

it('a sign-in name is taken once, in any case', () => {
  expect(addUser(database, { login: 'ADA', name: 'Other', password: null, role: 'viewer' })).toBeNull();
  expect(findByLogin(database, 'Ada')?.user).toMatchObject({ person: ada, name: 'Name of ada', hasPassword: false });
  expect(listUsers(database)).toHaveLength(1);
});

it.each([{ role: 'operator' }, { disabled: true }, { role: 'admin', disabled: true }] as const)(
  'the last administrator cannot become %j',
  (change) => {
    add('bob', 'operator');
    expect(changeUser(database, ada, change)).toBe(false);
    expect(loadUser(database, ada)).toMatchObject({ role: 'admin', disabledAt: null });
    const eve = add('eve', 'admin');
    expect(changeUser(database, ada, change)).toBe(true);
    expect(changeUser(database, eve, change)).toBe(false);
  },
);

it('a disabled administrator is none, and comes back as one', () => {
  const eve = add('eve', 'admin');
  expect(changeUser(database, eve, { disabled: true })).toBe(true);
  expect(changeUser(database, ada, { role: 'viewer' })).toBe(false);
  expect(changeUser(database, eve, { disabled: false })).toBe(true);
  expect(changeUser(database, ada, { role: 'viewer' })).toBe(true);
});

it('limits are those of the user; who is none has none', () => {
  changeUser(database, ada, { limits: { noAll: true, commands: ['a'] } });
  expect(limitsOf(database, ada)).toEqual({ noAll: true, commands: ['a'] });
  expect(limitsOf(database, 'local')).toEqual(NO_LIMITS);
  expect(changeUser(database, 'nobody', { role: 'admin' })).toBe(false);
});
