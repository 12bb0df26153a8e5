'use server';

import { isPassword } from '@/lib/auth/password';
import { proveSession } from '@/lib/auth/sessions';
import { forgetTry, takeTry } from '@/lib/auth/throttle';
import { loadPassword, loadUser } from '@/lib/auth/users';
import { proofSchema } from '@/lib/forms/sign-in-schemas';
import type { ActionResult } from '@/lib/view/action-result';
import { requestFrom } from '../request-from';
import { runAccountAction } from './run-action';
import { waitRefusal } from './sign-in-refusals';

const noPassword: ActionResult = {
  ...{ status: 'refused', code: 'no-password', line: null },
  message: 'Your account has no password.',
  hint: 'Sign out and in again, then repeat this.',
};

/** Proves with the password that it is still the same person who sits there. */
export async function proveMyself(input: { password: string }) {
  const door = { needs: 'view', audit: 'proved-again' } as const;
  return runAccountAction(door, proofSchema, input, async (value, { person, database }): Promise<ActionResult> => {
    const kept = loadPassword(database, person.id);
    if (kept === null) return noPassword;
    const who = { login: loadUser(database, person.id)?.login ?? person.id, address: (await requestFrom()).address };
    const taken = takeTry(database, who);
    if (taken.waitMs > 0) return waitRefusal(taken.waitMs);
    if (!(await isPassword(value.password, kept))) {
      return { status: 'invalid', fields: { password: 'Wrong password.' }, form: null };
    }
    forgetTry(database, who, taken.at);
    proveSession(database, person.session.publicId);
    return { status: 'saved' };
  });
}
