import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { admitOidc } from './oidc-accounts.ts';
import type { OidcIdentity } from './oidc-client.ts';
import { enterWithOidc, proveWithOidc } from './oidc-sign-in.ts';
import { findSession, isProved, listSessions } from './sessions.ts';
import { addUser, changeUser, loadUser } from './users.ts';

const NOW = 1_700_000_000_000;
const from = { address: '192.0.2.7', agent: 'test' };
const roles = [
  { group: 'soc-admins', role: 'admin' },
  { group: 'soc', role: 'operator' },
  { group: 'readers', role: 'viewer' },
] as const;
const ana: OidcIdentity = {
  issuer: 'https://id.example.org',
  subject: 'a-1',
  groups: ['soc'],
  names: ['Ana Alvarez'],
  logins: ['ana', 'ana@example.org'],
  provedAt: null,
};

let database: Database;
let root: string;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
  root = addUser(database, { login: 'root', name: 'Root', password: 'x', role: 'admin' }) ?? '';
});

const admit = (identity: OidcIdentity) => admitOidc(database, identity, roles);
function personOf(identity: OidcIdentity): string {
  const admitted = admit(identity);
  if (!admitted.ok) throw new Error(admitted.problem);
  return admitted.person;
}
const actions = () =>
  database
    .prepare('SELECT action, detail FROM audit ORDER BY seq')
    .all()
    .map(({ action, detail }) => ({ action, ...JSON.parse(String(detail)) }));

describe('who comes for the first time', () => {
  it('becomes a user without a password, and the audit log says so', () => {
    const person = personOf(ana);
    expect(loadUser(database, person)).toMatchObject({
      ...{ login: 'ana', name: 'Ana Alvarez', role: 'operator', hasPassword: false, disabledAt: null },
    });
    expect(actions()).toEqual([
      expect.objectContaining({ action: 'user-added', user: 'ana', id: person, role: 'operator' }),
    ]);
  });

  it('is nobody without a group that has a role', () => {
    expect(admit({ ...ana, groups: ['everybody'] })).toEqual({ ok: false, problem: 'no-role' });
    expect(database.prepare('SELECT COUNT(*) AS count FROM users').get()).toEqual({ count: 1 });
  });

  it.each([
    [['root'], 'root-2'],
    [['Root'], 'root-2'],
    [['Ana Alvarez', 'ana@example.org'], 'ana@example.org'],
    [['Ана'], 'user'],
    [[], 'user'],
    [['x'.repeat(64)], 'x'.repeat(64)],
  ])('logins %j become %s', (logins, login) => {
    expect(loadUser(database, personOf({ ...ana, logins }))?.login).toBe(login);
  });

  it('never becomes somebody who is there already, whatever name or mail the provider tells', () => {
    const person = personOf({ ...ana, logins: ['root'], names: ['Root'], groups: ['soc-admins'] });
    expect(person).not.toBe(root);
    expect(personOf({ ...ana, issuer: 'https://other.example.org' })).not.toBe(person);
    expect(personOf({ ...ana, subject: 'a-2' })).not.toBe(person);
    expect(personOf({ ...ana, logins: ['other'] })).toBe(person);
  });

  it.each([
    [['Riposte', 'ana'], 'ana'],
    [['\u202Eeve', ''], 'ana'],
  ])('names %j: called %s', (names, name) => {
    expect(loadUser(database, personOf({ ...ana, names }))?.name).toBe(name);
  });
});

describe('who comes again', () => {
  it('has the role of the groups as they are now', () => {
    const person = personOf(ana);
    personOf({ ...ana, groups: ['readers'] });
    expect(loadUser(database, person)?.role).toBe('viewer');
    personOf({ ...ana, groups: ['readers', 'soc-admins'] });
    expect(loadUser(database, person)?.role).toBe('admin');
    expect(actions().filter(({ action }) => action === 'user-changed')).toMatchObject([
      { role: 'viewer' },
      { role: 'admin' },
    ]);
  });

  it('is out everywhere when no group has a role, and when disabled', () => {
    const person = personOf(ana);
    const enter = (identity: OidcIdentity) => enterWithOidc({ database, identity, roles }, from);
    enter(ana);
    expect(enter({ ...ana, groups: [] })).toEqual({ ok: false, problem: 'no-role' });
    expect(listSessions(database, person)).toEqual([]);
    enter(ana);
    changeUser(database, person, { disabled: true });
    expect(enter(ana)).toEqual({ ok: false, problem: 'disabled' });
    expect(listSessions(database, person)).toEqual([]);
    expect(actions().at(-1)).toMatchObject({ action: 'sign-in-failed', problem: 'disabled', address: '192.0.2.7' });
  });

  it('does not stay administrator, nor leaves nobody who is', () => {
    const person = personOf({ ...ana, groups: ['soc-admins'] });
    changeUser(database, root, { role: 'viewer' });
    expect(admit(ana)).toEqual({ ok: false, problem: 'last-admin' });
    changeUser(database, root, { role: 'admin' });
    expect(personOf(ana)).toBe(person);
    expect(loadUser(database, person)?.role).toBe('operator');
  });
});

describe('the session', () => {
  const enter = (provedAt: number | null) => {
    const entered = enterWithOidc({ database, identity: { ...ana, provedAt }, roles }, from);
    const session = entered.ok ? findSession(database, entered.secret) : null;
    if (!session) throw new Error('no session');
    return session;
  };

  it.each([
    [null, false],
    [-20 * 60_000, false],
    [-60_000, true],
  ])('of who proved %j ms ago at the provider is proved: %s', (ago, proved) => {
    expect(isProved(enter(ago === null ? null : Date.now() + ago))).toBe(proved);
  });

  it('is never proved in advance', () => {
    expect(enter(Date.now() + 60 * 60_000).provedAt).toBeLessThanOrEqual(Date.now());
  });

  it('can be proved by the same person only', () => {
    const { publicId } = enter(null);
    const prove = (identity: OidcIdentity) => proveWithOidc({ database, identity, roles }, publicId);
    expect(prove({ ...ana, subject: 'a-2', provedAt: NOW })).toBe('other-person');
    expect(prove({ ...ana, groups: [], subject: 'a-2' })).toBe('no-role');
    expect(prove({ ...ana, provedAt: Date.now() })).toBeNull();
    const person = personOf(ana);
    expect(listSessions(database, person).map((one) => isProved(one))).toEqual([true]);
    expect(proveWithOidc({ database, identity: ana, roles }, 'made-up')).toBe('other-person');
  });
});
