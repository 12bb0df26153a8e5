import { userInfo } from 'node:os';
import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { addPerson, loadPeople, peopleCalled, personName, readName, renamePerson } from './people.ts';

let database: Database;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
});
const me = userInfo().username;

it('who has given a name is another person, with an id that cannot be guessed', () => {
  const id = addPerson(database, 'Marta');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(addPerson(database, 'Marta')).not.toBe(id);
  expect(personName(database, id)).toBe('Marta');
});

it('a person keeps the id with another name', () => {
  const id = addPerson(database, 'Marta');
  expect(renamePerson(database, id, 'Marta Kowalska')).toBe(true);
  expect(personName(database, id)).toBe('Marta Kowalska');
  expect(renamePerson(database, 'local', 'Eve')).toBe(false);
  expect(personName(database, 'local')).toBe(me);
});

it('everybody in the history has a name', () => {
  const id = addPerson(database, 'Ana');
  expect(['local', 'riposte', id, 'gone'].map((one) => personName(database, one))).toEqual([
    me,
    'Riposte',
    'Ana',
    'gone',
  ]);
  expect(peopleCalled(database, 'AN')).toContain(id);
  expect(peopleCalled(database, 'nobody-is-called-so')).toEqual([]);
  expect(loadPeople(database)).toContainEqual({ id: 'riposte', name: 'Riposte' });
});

it.each([
  ['  Marta \n Kowalska ', 'Marta Kowalska'],
  ['Zoë', 'Zoë'.normalize('NFC')],
  ['王', '王'],
  ['x'.repeat(60), 'x'.repeat(60)],
])('%j is a name', (text, name) => {
  expect(readName(text)).toEqual({ ok: true, name });
});

it.each(['', ' \t', 'x'.repeat(61), 'a\u0000b', 'evil\u202Eteam', 'a\u200Bb', 'Riposte', 'outside Riposte'])(
  '%j is no name',
  (text) => {
    expect(readName(text)).toMatchObject({ ok: false, problem: expect.any(String) });
  },
);
