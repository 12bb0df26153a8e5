'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { addAudit } from '@/lib/audit/audit-log';
import { readLogin } from '@/lib/auth/login-name';
import { readNextPath } from '@/lib/auth/next-path';
import { hashPassword } from '@/lib/auth/password';
import { passwordProblem } from '@/lib/auth/password-policy';
import { readName } from '@/lib/auth/people';
import { TICKET_COOKIE, TICKET_SECONDS } from '@/lib/auth/second-factor-ticket';
import { sessionCookie } from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/sessions';
import { signIn as checkCredentials, completeSignIn } from '@/lib/auth/sign-in';
import { readLink } from '@/lib/auth/sign-in-links';
import { loadUser } from '@/lib/auth/users';
import { newPasswordSchema, setUpSchema, signInSchema } from '@/lib/forms/sign-in-schemas';
import { openDatabase } from '@/lib/state/database';
import type { ActionResult } from '@/lib/view/action-result';
import { replaceLostPassword } from '@/lib/workflow/replace-lost-password';
import { setUpAdmin } from '@/lib/workflow/set-up-admin';
import { currentPerson } from '../current-person';
import { dropSessionCookie, enterSession } from '../keep-session';
import { runOpenAction } from './run-open-action';
import { LINK_OVER, WRONG, waitRefusal } from './sign-in-refusals';

/** Where the browser goes next. */
type Going = ActionResult<{ go: string }>;

/** Signs in with name and password; who has a second factor goes on to its code. */
export async function signIn(input: unknown): Promise<Going> {
  return runOpenAction(signInSchema, input, async ({ login, password, next }, { database, from }): Promise<Going> => {
    const result = await checkCredentials(database, { login: login.trim(), password }, from);
    if (result.status === 'wrong') return WRONG;
    if (result.status === 'wait') return waitRefusal(result.ms);
    if (result.status === 'needs-code') return askForCode(result.ticket, next);
    await enterSession(result.secret);
    return { status: 'saved', go: readNextPath(next) };
  });
}

async function askForCode(ticket: string, next: string): Promise<Going> {
  const { options } = sessionCookie(process.env);
  (await cookies()).set(TICKET_COOKIE, ticket, { ...options, maxAge: TICKET_SECONDS });
  return { status: 'saved', go: `/sign-in/code?${new URLSearchParams({ next: readNextPath(next) })}` };
}

/** The first start: makes the first administrator and signs in. */
export async function setUp(input: unknown): Promise<Going> {
  return runOpenAction(setUpSchema, input, async (value, { database, from }): Promise<Going> => {
    const [named, login] = [readName(value.name), readLogin(value.login)];
    if (!named.ok) return { status: 'invalid', fields: { name: named.problem }, form: null };
    if (!login.ok) return { status: 'invalid', fields: { login: login.problem }, form: null };
    if (readLink(database, value.token)?.kind !== 'setup') return LINK_OVER;
    const problem = await passwordProblem(value.password, [named.name, login.login]);
    if (problem) return { status: 'invalid', fields: { password: problem }, form: null };
    const passwordHash = await hashPassword(value.password);
    const admin = { token: value.token, name: named.name, login: login.login, passwordHash };
    const person = setUpAdmin(database, admin);
    if (person === null) return LINK_OVER;
    await enterSession(completeSignIn(database, { person, how: 'link' }, from).secret);
    return { status: 'saved', go: '/' };
  });
}

/** Sets the password of the person whom a link was made for. Who has a second factor signs in with it next. */
export async function choosePassword(input: unknown): Promise<Going> {
  return runOpenAction(newPasswordSchema, input, async ({ token, password }, { database, from }): Promise<Going> => {
    const link = readLink(database, token);
    const user = link?.person ? loadUser(database, link.person) : null;
    if (link?.kind !== 'password' || !user || user.disabledAt !== null) return LINK_OVER;
    const problem = await passwordProblem(password, [user.name, user.login]);
    if (problem) return { status: 'invalid', fields: { password: problem }, form: null };
    if (!replaceLostPassword(database, token, await hashPassword(password))) return LINK_OVER;
    if (user.hasSecondFactor) return { status: 'saved', go: '/sign-in' };
    await enterSession(completeSignIn(database, { person: user.person, how: 'link' }, from).secret);
    return { status: 'saved', go: '/' };
  });
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const person = await currentPerson();
  if (person) {
    const database = openDatabase();
    endSession(database, person.id, person.session.publicId);
    addAudit(database, { person: person.id, action: 'signed-out' });
  }
  await dropSessionCookie();
  redirect('/sign-in');
}
