/*
 * Users: who may sign in, with which role and limits. Owns the table users; names are people's business, passwords are hashed
 * before they come here.
 */
import { type Database, inTransaction } from '../state/database.ts';
import { addPerson, loadName, renamePerson } from './people.ts';
import { type Limits, NO_LIMITS, ROLES, type Role } from './roles.ts';

export type User = {
  person: string;
  name: string;
  login: string;
  role: Role;
  limits: Limits;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  createdAt: number;
  disabledAt: number | null;
};

const SELECT = `SELECT users.*, (SELECT confirmed_at FROM second_factors WHERE person = users.person) AS factor_at
  FROM users`;

function toUser(database: Database, row: Record<string, unknown>): User {
  const person = String(row.person);
  return {
    person,
    name: loadName(database, person) ?? String(row.login),
    login: String(row.login),
    // A role of a later version is none that we know: then the least.
    role: ROLES.find((role) => role === row.role) ?? 'viewer',
    limits: { ...NO_LIMITS, ...(JSON.parse(String(row.limits)) as Partial<Limits>) },
    hasPassword: row.password !== null,
    hasSecondFactor: row.factor_at !== null,
    createdAt: Number(row.created_at),
    disabledAt: row.disabled_at === null ? null : Number(row.disabled_at),
  };
}

/** Is there nobody yet? Then this is the first start. */
export const hasNoUsers = (database: Database): boolean =>
  database.prepare('SELECT 1 FROM users LIMIT 1').get() === undefined;

export function loadUser(database: Database, person: string): User | null {
  const row = database.prepare(`${SELECT} WHERE person = ?`).get(person);
  return row ? toUser(database, row) : null;
}

/** By what is typed at sign-in, with the kept password for isPassword. */
export function findByLogin(database: Database, login: string): { user: User; password: string | null } | null {
  const row = database.prepare(`${SELECT} WHERE login = ?`).get(login);
  return row ? { user: toUser(database, row), password: row.password as string | null } : null;
}

/** The kept password of a person; null when there is none. */
export function loadPassword(database: Database, person: string): string | null {
  const row = database.prepare('SELECT password FROM users WHERE person = ?').get(person);
  return (row?.password as string | null | undefined) ?? null;
}

/** What a person may not do although the role would; nothing for who is no user. */
export const limitsOf = (database: Database, person: string): Limits => loadUser(database, person)?.limits ?? NO_LIMITS;

export const listUsers = (database: Database): User[] =>
  database
    .prepare(`${SELECT} ORDER BY login`)
    .all()
    .map((row) => toUser(database, row));

export type NewUser = { login: string; name: string; password: string | null; role: Role; limits?: Limits };

/** Adds a user; null when the login is taken. */
export function addUser(
  database: Database,
  { login, name, password, role, limits = NO_LIMITS }: NewUser,
): string | null {
  return inTransaction(database, () => {
    if (findByLogin(database, login)) return null;
    const person = addPerson(database, name);
    database
      .prepare('INSERT INTO users (person, login, password, role, limits, created_at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(person, login, password, role, JSON.stringify(limits), Date.now());
    return person;
  });
}

export type UserChange = { name?: string; role?: Role; limits?: Limits; disabled?: boolean };

/** Changes a user. Refuses (false) what would leave nobody who can manage users. */
export function changeUser(database: Database, person: string, change: UserChange): boolean {
  return inTransaction(database, () => {
    const user = loadUser(database, person);
    if (!user) return false;
    const next = { ...user, ...change };
    const staysAdmin = next.role === 'admin' && !(change.disabled ?? user.disabledAt !== null);
    if (isLastAdmin(database, user) && !staysAdmin) return false;
    if (change.name !== undefined) renamePerson(database, person, change.name);
    const disabledAt = change.disabled === undefined ? user.disabledAt : change.disabled ? Date.now() : null;
    database
      .prepare('UPDATE users SET role = ?, limits = ?, disabled_at = ? WHERE person = ?')
      .run(next.role, JSON.stringify(next.limits), disabledAt, person);
    return true;
  });
}

function isLastAdmin(database: Database, { person, role, disabledAt }: User): boolean {
  if (role !== 'admin' || disabledAt !== null) return false;
  const others = database
    .prepare(`SELECT 1 FROM users WHERE role = 'admin' AND disabled_at IS NULL AND person <> ?`)
    .get(person);
  return others === undefined;
}

export function savePassword(database: Database, person: string, hash: string): void {
  database.prepare('UPDATE users SET password = ? WHERE person = ?').run(hash, person);
}
