/*
 * The users behind a provider's accounts. Owns the table oidc_accounts: an account is its issuer and subject, never a mail
 * address or a name, which others can take. Knows no provider and no cookie.
 */
import { addAudit } from '../audit/audit-log.ts';
import { type Database, inTransaction } from '../state/database.ts';
import { MAX_LOGIN, readLogin } from './login-name.ts';
import type { OidcIdentity } from './oidc-client.ts';
import type { OidcProblem } from './oidc-problems.ts';
import { type RoleMap, roleOfGroups } from './oidc-roles.ts';
import { RIPOSTE, readName } from './people.ts';
import type { Role } from './roles.ts';
import { endSessions } from './sessions.ts';
import { addUser, changeUser, findByLogin, loadUser } from './users.ts';

type Admitted = { ok: true; person: string } | { ok: false; problem: OidcProblem };

/** The user of an account; null when nobody has come with it yet. */
export function findOidcPerson(database: Database, { issuer, subject }: Pick<OidcIdentity, 'issuer' | 'subject'>) {
  const row = database
    .prepare('SELECT person FROM oidc_accounts WHERE issuer = ? AND subject = ?')
    .get(issuer, subject);
  return row ? String(row.person) : null;
}

/** Lets somebody in whom the provider has named: with the role of their groups as they are now, or not at all. */
export function admitOidc(database: Database, identity: OidcIdentity, roles: RoleMap): Admitted {
  return inTransaction(database, () => {
    const role = roleOfGroups(identity.groups, roles);
    const known = findOidcPerson(database, identity);
    if (role === null) return turnAway(database, known, 'no-role');
    if (known === null) return { ok: true, person: addOidcUser(database, identity, role) };
    const user = loadUser(database, known);
    if (!user || user.disabledAt !== null) return turnAway(database, known, 'disabled');
    if (user.role !== role) {
      // Neither may the role stay that was taken away, nor may nobody be left to manage users.
      if (!changeUser(database, known, { role })) return turnAway(database, known, 'last-admin');
      addAudit(database, {
        person: RIPOSTE,
        action: 'user-changed',
        detail: { user: user.login, id: known, role, by: 'groups of the provider' },
      });
    }
    return { ok: true, person: known };
  });
}

/** Who may come in no more is not in anywhere else either. */
function turnAway(database: Database, person: string | null, problem: OidcProblem): Admitted {
  if (person !== null) endSessions(database, person);
  return { ok: false, problem };
}

function addOidcUser(database: Database, identity: OidcIdentity, role: Role): string {
  const login = freeLogin(database, identity.logins);
  const person = addUser(database, { login, name: nameOf(identity, login), password: null, role });
  if (person === null) throw new Error(`the sign-in name ${login} was free a moment ago`);
  database
    .prepare('INSERT INTO oidc_accounts (issuer, subject, person) VALUES (?, ?, ?)')
    .run(identity.issuer, identity.subject, person);
  addAudit(database, {
    person: RIPOSTE,
    action: 'user-added',
    detail: { user: login, id: person, role, by: 'groups of the provider' },
  });
  return person;
}

/** A name of ours from what the provider says. One that is taken belongs to somebody else: then with a number. */
function freeLogin(database: Database, asked: readonly string[]): string {
  const read = asked.map((text) => readLogin(text)).find((one) => one.ok);
  const login = read?.ok ? read.login : 'user';
  for (let count = 1; ; count++) {
    const tail = count === 1 ? '' : `-${count}`;
    const one = login.slice(0, MAX_LOGIN - tail.length) + tail;
    if (!findByLogin(database, one)) return one;
  }
}

function nameOf({ names }: OidcIdentity, login: string): string {
  const read = names.map((text) => readName(text)).find((one) => one.ok);
  return read?.ok ? read.name : login;
}
