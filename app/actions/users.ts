'use server';

import { readLogin } from '@/lib/auth/login-name';
import { readName } from '@/lib/auth/people';
import { removeSecondFactor } from '@/lib/auth/second-factor';
import { endSession, endSessions } from '@/lib/auth/sessions';
import { makeLink } from '@/lib/auth/sign-in-links';
import { addUser, changeUser, loadUser } from '@/lib/auth/users';
import {
  disableSchema,
  type NewUserInput,
  newUserSchema,
  personSchema,
  type UserChangeInput,
  userChangeSchema,
  userSessionSchema,
} from '@/lib/forms/user-schemas';
import type { ActionResult } from '@/lib/view/action-result';
import { limitFacts } from './limit-facts';
import { runAccountAction } from './run-action';
import { LAST_ADMIN, MYSELF, NO_SUCH_SESSION, NO_SUCH_USER } from './user-refusals';

/** The secret of a one-time link, for the administrator to pass on. Never kept, never logged. */
type Linked = ActionResult<{ token: string; person: string }>;

/** Long enough for whoever reads mail once a day. */
const INVITATION_MS = 24 * 60 * 60_000;

/** Adds a user, who sets a password with the link. */
export async function createUser(input: NewUserInput) {
  const door = { needs: 'admin', audit: 'user-added', proved: true } as const;
  return runAccountAction(door, newUserSchema, input, async (value, { database, note }): Promise<Linked> => {
    const [named, login] = [readName(value.name), readLogin(value.login)];
    if (!named.ok) return { status: 'invalid', fields: { name: named.problem }, form: null };
    if (!login.ok) return { status: 'invalid', fields: { login: login.problem }, form: null };
    const { role, limits } = value;
    const person = addUser(database, { name: named.name, login: login.login, password: null, role, limits });
    if (person === null)
      return { status: 'invalid', fields: { login: 'Somebody has this sign-in name already.' }, form: null };
    note({ login: login.login, role, ...limitFacts(limits) });
    return { status: 'saved', person, token: makeLink(database, { kind: 'password', person, forMs: INVITATION_MS }) };
  });
}

/** Gives a user another name, role or limits. */
export async function saveUser(input: UserChangeInput) {
  const door = { needs: 'admin', audit: 'user-changed', proved: true } as const;
  return runAccountAction(door, userChangeSchema, input, async (value, { database, note }): Promise<ActionResult> => {
    const [named, before] = [readName(value.name), loadUser(database, value.person)];
    if (!before) return NO_SUCH_USER;
    if (!named.ok) return { status: 'invalid', fields: { name: named.problem }, form: null };
    const { role, limits } = value;
    if (!changeUser(database, before.person, { name: named.name, role, limits })) return LAST_ADMIN;
    note({ login: before.login, name: named.name, roleBefore: before.role, role, ...limitFacts(limits) });
    return { status: 'saved' };
  });
}

/** Shuts a user out at once, or lets them in again. */
export async function disableUser(input: { person: string; disabled: boolean }) {
  // Not checked yet: the door does that.
  const isDisabling = Object(input).disabled === true;
  const door = { needs: 'admin', audit: isDisabling ? 'user-disabled' : 'user-enabled', proved: true } as const;
  return runAccountAction(door, disableSchema, input, async (value, context): Promise<ActionResult> => {
    const { database, person, note } = context;
    const user = loadUser(database, value.person);
    if (!user) return NO_SUCH_USER;
    if (value.disabled && user.person === person.id) return MYSELF;
    if (!changeUser(database, user.person, { disabled: value.disabled })) return LAST_ADMIN;
    if (value.disabled) endSessions(database, user.person);
    note({ login: user.login });
    return { status: 'saved' };
  });
}

/** A link with which a user sets a new password. The old one holds until then. */
export async function makePasswordLink(input: { person: string }) {
  const door = { needs: 'admin', audit: 'password-link-made', proved: true } as const;
  return runAccountAction(door, personSchema, input, async (value, { database, note }): Promise<Linked> => {
    const user = loadUser(database, value.person);
    if (!user || user.disabledAt !== null) return NO_SUCH_USER;
    note({ login: user.login });
    const { person } = user;
    return { status: 'saved', person, token: makeLink(database, { kind: 'password', person, forMs: INVITATION_MS }) };
  });
}

/** For whoever lost the device: signing in asks for the password alone, until another one is set up. */
export async function resetSecondFactor(input: { person: string }) {
  const door = { needs: 'admin', audit: 'second-factor-reset', proved: true } as const;
  return runAccountAction(door, personSchema, input, async (value, { database, note }): Promise<ActionResult> => {
    const user = loadUser(database, value.person);
    if (!user || !removeSecondFactor(database, user.person)) return NO_SUCH_USER;
    endSessions(database, user.person);
    note({ login: user.login });
    return { status: 'saved' };
  });
}

/** Ends a session of a user. */
export async function endUserSession(input: { person: string; session: string }) {
  const door = { needs: 'admin', audit: 'session-ended' } as const;
  return runAccountAction(door, userSessionSchema, input, async (value, { database, note }): Promise<ActionResult> => {
    if (!endSession(database, value.person, value.session)) return NO_SUCH_SESSION;
    note({ login: loadUser(database, value.person)?.login ?? value.person });
    return { status: 'saved' };
  });
}
