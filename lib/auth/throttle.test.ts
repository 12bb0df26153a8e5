import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { forgetTry, recordFailure, takeTry, waitBeforeSignIn } from './throttle.ts';

const NOW = 1_700_000_000_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
let database: Database;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
});
const who = { login: 'Ada', address: '10.0.0.7' };
const fail = (times: number, one = who) => {
  for (let count = 0; count < times; count++) recordFailure(database, one, NOW);
};
const wait = (one = who, at = NOW) => waitBeforeSignIn(database, one, at);

it('the first five for an account are free, then each wait is twice the one before, to a quarter of an hour', () => {
  fail(4);
  expect(wait()).toBe(0);
  const waits = Array.from({ length: 9 }, () => {
    fail(1);
    return wait() / SECOND;
  });
  expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
});

it('the account is the same in any case and from anywhere; another account from the same address is free', () => {
  fail(6);
  expect(wait({ login: 'ADA', address: '10.9.9.9' })).toBe(20 * SECOND);
  expect(wait({ login: 'bob', address: '10.0.0.7' })).toBe(0);
});

it('an address has twenty, whatever accounts it tries', () => {
  for (let count = 0; count < 20; count++) fail(1, { ...who, login: `user${count}` });
  expect(wait({ ...who, login: 'bob' })).toBe(10 * SECOND);
  expect(wait({ login: 'bob', address: '10.9.9.9' })).toBe(0);
});

it('nobody is locked out for good', () => {
  fail(100);
  expect(wait(who, NOW + 15 * MINUTE)).toBe(0);
  recordFailure(database, who, NOW + 16 * MINUTE);
  expect(database.prepare('SELECT COUNT(*) AS n FROM sign_in_failures').get()).toEqual({ n: 2 });
});

it('a try that was right leaves nothing against the account, and only the others against the address', () => {
  fail(3);
  fail(10, { ...who, login: 'bob' });
  const { at } = takeTry(database, who, NOW + SECOND);
  forgetTry(database, who, at);
  expect(database.prepare('SELECT key, COUNT(*) AS n FROM sign_in_failures GROUP BY key').all()).toEqual([
    { key: 'account bob', n: 10 },
    { key: 'address 10.0.0.7', n: 13 },
  ]);
});
