/*
 * `riposte sign-in-link [LOGIN]` prints a one-time link: to set Riposte up while there is nobody, else for a new password.
 * Whoever may write the state directory may do this; nobody else can.
 */
import { addAudit } from '../audit/audit-log.ts';
import { linkAddress } from '../auth/link-address.ts';
import { LOCAL } from '../auth/people.ts';
import { makeLink } from '../auth/sign-in-links.ts';
import { findByLogin, hasNoUsers, listUsers, type User } from '../auth/users.ts';
import { type Database, inTransaction } from '../state/database.ts';
import { UsageError } from './io.ts';
import { openState } from './open-state.ts';
import type { Verb } from './run-cli.ts';

export const signInLinkVerb: Verb = async ([login], _, io) => {
  const database = openState();
  try {
    io.answer(inTransaction(database, () => answerFor(database, login)));
    return 0;
  } finally {
    database.close();
  }
};

function answerFor(database: Database, login: string | undefined): string {
  if (login === undefined && hasNoUsers(database)) {
    const address = linkAddress(makeLink(database, { kind: 'setup' }), process.env);
    return `Open this link to set up Riposte (valid 1 hour, once):\n${address}`;
  }
  const user = chosenUser(database, login);
  const address = linkAddress(makeLink(database, { kind: 'password', person: user.person }), process.env);
  addAudit(database, { person: LOCAL, action: 'link-made', detail: { login: user.login } });
  return `Open this link to choose a password for ${user.login} (valid 1 hour, once):\n${address}`;
}

/** The named user; without a name the only administrator. */
function chosenUser(database: Database, login: string | undefined): User {
  const users = listUsers(database).filter(({ disabledAt }) => disabledAt === null);
  const admins = users.filter(({ role }) => role === 'admin');
  const user = login === undefined ? (admins.length === 1 ? admins[0] : undefined) : findByLogin(database, login)?.user;
  if (user && user.disabledAt === null) return user;
  const names = users.map((one) => one.login).join(', ');
  throw new UsageError(
    login === undefined
      ? `sign-in-link: say for whom: ${names}.`
      : `sign-in-link: there is no ${login}. There are: ${names}.`,
  );
}
