import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabaseAt } from '../state/database.ts';
import {
  confirmSecondFactor,
  loadSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
  takeCode,
} from './second-factor.ts';
import { giveTicket, readTicket, TICKET_SECONDS } from './second-factor-ticket.ts';
import { addUser, changeUser, loadUser } from './users.ts';

const NOW = 1_700_000_000_000;
const STEP_MS = 30_000;

let database: Database;
let marta: string;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
  addUser(database, { login: 'root', name: 'Root', password: 'x', role: 'admin' });
  marta = addUser(database, { login: 'marta', name: 'Marta', password: 'x', role: 'operator' }) ?? '';
});

const codeAt = (secret: string, now: number) => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now });

function setUp(): { secret: string; codes: string[] } {
  const secret = startSecondFactor(database, marta) ?? '';
  return { secret, codes: confirmSecondFactor(database, marta, codeAt(secret, NOW), NOW) ?? [] };
}

it('is none before a code has confirmed it', () => {
  const secret = startSecondFactor(database, marta) ?? '';
  expect(loadSecondFactor(database, marta)).toBeNull();
  expect(loadUser(database, marta)?.hasSecondFactor).toBe(false);
  expect(takeCode(database, marta, codeAt(secret, NOW), NOW)).toBeNull();
  expect(confirmSecondFactor(database, marta, '000000', NOW)).toBeNull();
  expect(loadUser(database, marta)?.hasSecondFactor).toBe(false);
  expect(confirmSecondFactor(database, marta, codeAt(secret, NOW), NOW)).toHaveLength(10);
  expect(loadSecondFactor(database, marta)).toEqual({ since: NOW, codesLeft: 10 });
  expect(loadUser(database, marta)?.hasSecondFactor).toBe(true);
});

it('starting anew gives another secret, until it is confirmed', () => {
  const first = startSecondFactor(database, marta) ?? '';
  const { secret } = setUp();
  expect(secret).not.toBe(first);
  expect(startSecondFactor(database, marta)).toBeNull();
  expect(confirmSecondFactor(database, marta, codeAt(secret, NOW + STEP_MS), NOW + STEP_MS)).toBeNull();
});

it('takes each code once, and none from before it', () => {
  const { secret } = setUp();
  const at = (steps: number) => NOW + steps * STEP_MS;
  expect(takeCode(database, marta, codeAt(secret, NOW), NOW)).toBeNull();
  expect(takeCode(database, marta, codeAt(secret, at(2)), at(2))).toBe('app');
  expect(takeCode(database, marta, codeAt(secret, at(2)), at(2))).toBeNull();
  expect(takeCode(database, marta, codeAt(secret, at(1)), at(2))).toBeNull();
  expect(takeCode(database, marta, codeAt(secret, at(3)), at(2))).toBe('app');
});

it('takes each code for a lost device once, and keeps none as it is', () => {
  const { codes } = setUp();
  const kept = JSON.stringify(database.prepare('SELECT * FROM second_factors').all());
  for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
  expect(takeCode(database, marta, codes[3] ?? '', NOW)).toBe('recovery');
  expect(takeCode(database, marta, codes[3] ?? '', NOW)).toBeNull();
  expect(takeCode(database, marta, (codes[4] ?? '').toUpperCase(), NOW)).toBe('recovery');
  expect(loadSecondFactor(database, marta)?.codesLeft).toBe(8);
});

it('new codes make the ones before void', () => {
  expect(renewRecoveryCodes(database, marta)).toBeNull();
  const { codes } = setUp();
  const renewed = renewRecoveryCodes(database, marta) ?? [];
  expect(takeCode(database, marta, codes[0] ?? '', NOW)).toBeNull();
  expect(takeCode(database, marta, renewed[0] ?? '', NOW)).toBe('recovery');
});

it('nobody takes a code of another one', () => {
  const { codes } = setUp();
  const other = addUser(database, { login: 'ana', name: 'Ana', password: 'x', role: 'operator' }) ?? '';
  startSecondFactor(database, other);
  expect(takeCode(database, other, codes[0] ?? '', NOW)).toBeNull();
});

it('is gone when it is removed', () => {
  const { codes } = setUp();
  expect(removeSecondFactor(database, marta)).toBe(true);
  expect(removeSecondFactor(database, marta)).toBe(false);
  expect(takeCode(database, marta, codes[0] ?? '', NOW)).toBeNull();
});

it('a ticket is good for five minutes, and only while the person may sign in with a second factor', () => {
  setUp();
  const ticket = giveTicket(database, marta, NOW);
  expect(readTicket(database, ticket, NOW)?.person).toBe(marta);
  expect(readTicket(database, ticket, NOW + TICKET_SECONDS * 1000)).toBeNull();
  expect(
    readTicket(
      database,
      giveTicket(database, marta, NOW).replace(/./, (first) => (first === '_' ? '-' : '_')),
      NOW,
    ),
  ).toBeNull();
  changeUser(database, marta, { disabled: true });
  expect(readTicket(database, ticket, NOW)).toBeNull();
  changeUser(database, marta, { disabled: false });
  removeSecondFactor(database, marta);
  expect(readTicket(database, ticket, NOW)).toBeNull();
});
