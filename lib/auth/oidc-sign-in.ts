/*
 * What comes of an identity that the provider has vouched for: a session, or the proof that somebody is still there. Knows no
 * cookie and asks no provider.
 */
import { addAudit } from '../audit/audit-log.ts';
import type { Database } from '../state/database.ts';
import { admitOidc, findOidcPerson } from './oidc-accounts.ts';
import type { OidcIdentity } from './oidc-client.ts';
import type { OidcProblem } from './oidc-problems.ts';
import type { RoleMap } from './oidc-roles.ts';
import { RIPOSTE } from './people.ts';
import { findSession, loadSession, proveSession } from './sessions.ts';
import { completeSignIn, type From } from './sign-in.ts';

type Who = { database: Database; identity: OidcIdentity; roles: RoleMap };

/** Opens a session. It counts as proved since they proved it there: whoever was waved through has proved nothing now. */
export function enterWithOidc(
  { database, identity, roles }: Who,
  from: From,
  now = Date.now(),
): { ok: true; secret: string } | { ok: false; problem: OidcProblem } {
  const admitted = admitOidc(database, identity, roles);
  if (!admitted.ok) {
    const { problem } = admitted;
    const detail = { how: 'oidc', problem, subject: identity.subject.slice(0, 100), address: from.address };
    addAudit(database, { person: findOidcPerson(database, identity) ?? RIPOSTE, action: 'sign-in-failed', detail });
    return admitted;
  }
  const { secret } = completeSignIn(database, { person: admitted.person, how: 'oidc' }, from);
  const session = findSession(database, secret);
  if (session) proveSession(database, session.publicId, Math.min(now, identity.provedAt ?? 0));
  return { ok: true, secret };
}

/** Whoever sits there has just signed in at the provider again: null when it is whose session this is, else why not. */
export function proveWithOidc(
  { database, identity, roles }: Who,
  publicId: string,
  now = Date.now(),
): OidcProblem | null {
  const admitted = admitOidc(database, identity, roles);
  if (!admitted.ok) return admitted.problem;
  const session = loadSession(database, publicId, now);
  if (session?.person !== admitted.person) return 'other-person';
  proveSession(database, publicId, Math.min(now, identity.provedAt ?? 0));
  addAudit(database, { person: admitted.person, action: 'proved-again', detail: { how: 'oidc' } });
  return null;
}
