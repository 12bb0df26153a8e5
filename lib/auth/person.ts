/*
 * Who acts: the user behind a live session, with what they may do. Knows no request: the secret comes from the caller.
 */
import type { Database } from '../state/database.ts';
import { type Limits, type Permission, permissionsOf, type Role } from './roles.ts';
import { findSession, loadSession, type Session } from './sessions.ts';
import { loadUser } from './users.ts';

export type Person = {
  id: string;
  name: string;
  role: Role;
  permissions: readonly Permission[];
  limits: Limits;
  session: Pick<Session, 'publicId' | 'provedAt' | 'seenAt'>;
};

/** The person whose live session this secret opens; null when nobody is signed in, or no longer may. */
export function readPerson(database: Database, secret: string | undefined, now = Date.now()): Person | null {
  return toPerson(database, findSession(database, secret, now));
}

/** The person of a live session that is known already, by what may be said of it. */
export function personOfSession(database: Database, publicId: string, now = Date.now()): Person | null {
  return toPerson(database, loadSession(database, publicId, now));
}

function toPerson(database: Database, session: Session | null): Person | null {
  const user = session && loadUser(database, session.person);
  if (!user || user.disabledAt !== null) return null;
  const { name, role, limits } = user;
  const { publicId, provedAt, seenAt } = session;
  return {
    ...{ id: user.person, name, role, limits },
    permissions: permissionsOf(role),
    session: { publicId, provedAt, seenAt },
  };
}
