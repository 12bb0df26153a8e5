'use server';

import * as z from 'zod/mini';
import { hashPassword, isPassword } from '@/lib/auth/password';
import { passwordProblem } from '@/lib/auth/password-policy';
import { readName } from '@/lib/auth/people';
import { endSession, endSessions, proveSession } from '@/lib/auth/sessions';
import { forgetTry, takeTry } from '@/lib/auth/throttle';
import { changeUser, loadPassword, loadUser, savePassword } from '@/lib/auth/users';
import { nameSchema, newPasswordOfOwnSchema, ownSessionSchema } from '@/lib/forms/user-schemas';
import { inTransaction } from '@/lib/state/database';
import type { ActionResult } from '@/lib/view/action-result';
import { requestFrom } from '../request-from';
import { runAccountAction } from './run-action';
import { waitRefusal } from './sign-in-refusals';
import { NO_SUCH_SESSION, NO_SUCH_USER } from './user-refusals';

/** Changes what the history calls whoever is signed in. */
export async function renameMyself(input: { name: string }) {
  const door = { needs: 'view', audit: 'person-named' } as const;
  return runAccountAction(door, nameSchema, input, async (value, { person, database, note }): Promise<ActionResult> => {
    const read = readName(value.name);
    if (!read.ok) return { status: 'invalid', fields: { name: read.problem }, form: null };
    if (!changeUser(database, person.id, { name: read.name })) return NO_SUCH_USER;
    note({ name: read.name });
    return { status: 'saved' };
  });
}

/** Changes one's own password; whoever else is signed in with the old one is signed out. */
export async function changePassword(input: z.infer<typeof newPasswordOfOwnSchema>) {
  const door = { needs: 'view', audit: 'password-changed' } as const;
  return runAccountAction(door, newPasswordOfOwnSchema, input, async (value, context): Promise<ActionResult> => {
    const { person, database } = context;
    const user = loadUser(database, person.id);
    const kept = loadPassword(database, person.id);
    if (!user || kept === null) return NO_SUCH_USER;
    const who = { login: user.login, address: (await requestFrom()).address };
    const taken = takeTry(database, who);
    if (taken.waitMs > 0) return waitRefusal(taken.waitMs);
    if (!(await isPassword(value.present, kept)))
      return { status: 'invalid', fields: { present: 'Wrong password.' }, form: null };
    forgetTry(database, who, taken.at);
    const problem =
      value.next === value.present
        ? 'Use another one than before.'
        : await passwordProblem(value.next, [user.name, user.login]);
    if (problem) return { status: 'invalid', fields: { next: problem }, form: null };
    const hash = await hashPassword(value.next);
    inTransaction(database, () => {
      savePassword(database, person.id, hash);
      endSessions(database, person.id, person.session.publicId);
      proveSession(database, person.session.publicId);
    });
    return { status: 'saved' };
  });
}

/** Ends a session of one's own in another browser. */
export async function endMySession(input: { session: string }) {
  const door = { needs: 'view', audit: 'session-ended' } as const;
  return runAccountAction(door, ownSessionSchema, input, async (value, { person, database }): Promise<ActionResult> => {
    return endSession(database, person.id, value.session) ? { status: 'saved' } : NO_SUCH_SESSION;
  });
}

/** Ends all sessions of one's own but this one. */
export async function endOtherSessions() {
  const door = { needs: 'view', audit: 'session-ended' } as const;
  return runAccountAction(door, z.object({}), {}, async (_, { person, database, note }): Promise<ActionResult> => {
    endSessions(database, person.id, person.session.publicId);
    note({ others: true });
    return { status: 'saved' };
  });
}
