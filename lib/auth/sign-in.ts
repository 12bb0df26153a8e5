/*
 * Signing in with a name and a password: throttled, the same work for every name, written down. Knows no cookie and no page;
 * the second factor takes over with the ticket.
 */
import { addAudit } from '../audit/audit-log.ts';
import { type Database, inTransaction } from '../state/database.ts';
import { hashPassword, isOldHash, isPassword } from './password.ts';
import { RIPOSTE } from './people.ts';
import { giveTicket } from './second-factor-ticket.ts';
import { openSession, pruneSessions } from './sessions.ts';
import { forgetTry, takeTry } from './throttle.ts';
import { findByLogin, savePassword } from './users.ts';

/** Where a request comes from: its address, and what the browser says it is. */
export type From = { address: string; agent: string };

export type SignedIn = { status: 'signed-in'; secret: string };
export type SignInResult =
  | SignedIn
  /** The password was right; the ticket opens the session together with a code. */
  | { status: 'needs-code'; ticket: string }
  | { status: 'wrong' }
  | { status: 'wait'; ms: number };

export type Credentials = { login: string; password: string };

/** What of a name that was typed is kept: people type passwords there, too, and logs live long. */
const LOGIN_SHOWN = 32;

export async function signIn(database: Database, { login, password }: Credentials, from: From): Promise<SignInResult> {
  const who = { login, address: from.address };
  // Counted before the work, so that many at once are not more than many in a row.
  const taken = takeTry(database, who);
  if (taken.waitMs > 0) return { status: 'wait', ms: taken.waitMs };
  const found = findByLogin(database, login);
  const user = found?.user.disabledAt === null ? found.user : null;
  const isRight = await isPassword(password, user && found ? found.password : null);
  if (!isRight || !user || !found?.password) {
    const detail = { login: login.slice(0, LOGIN_SHOWN), address: from.address };
    addAudit(database, { person: RIPOSTE, action: 'sign-in-failed', detail });
    return { status: 'wrong' };
  }
  forgetTry(database, who, taken.at);
  if (isOldHash(found.password)) savePassword(database, user.person, await hashPassword(password));
  if (user.hasSecondFactor) {
    return { status: 'needs-code', ticket: giveTicket(database, user.person) };
  }
  return completeSignIn(database, { person: user.person, how: 'password' }, from);
}

type Complete = { person: string; how: 'password' | 'code' | 'oidc' | 'link' };

/** Opens the session of somebody who has proved who they are, and writes it down. */
export function completeSignIn(database: Database, { person, how }: Complete, from: From): SignedIn {
  return inTransaction(database, () => {
    pruneSessions(database);
    const secret = openSession(database, person, from);
    addAudit(database, { person, action: 'signed-in', detail: { how, address: from.address } });
    return { status: 'signed-in', secret };
  });
}
