'use server';

import { cookies } from 'next/headers';
import * as z from 'zod/mini';
import { addAudit } from '@/lib/audit/audit-log';
import { readNextPath } from '@/lib/auth/next-path';
import {
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
  takeCode,
} from '@/lib/auth/second-factor';
import { appUri } from '@/lib/auth/second-factor-codes';
import { type QrPath, qrPath } from '@/lib/auth/second-factor-qr';
import { dropTicket, readTicket, TICKET_COOKIE } from '@/lib/auth/second-factor-ticket';
import { completeSignIn } from '@/lib/auth/sign-in';
import { forgetTry, takeTry } from '@/lib/auth/throttle';
import { loadUser } from '@/lib/auth/users';
import { type CodeForm, codeSchema, type SignInCodeForm, signInCodeSchema } from '@/lib/forms/second-factor-schemas';
import type { ActionResult } from '@/lib/view/action-result';
import { enterSession } from '../keep-session';
import { requestFrom } from '../request-from';
import { runAccountAction } from './run-action';
import { runOpenAction } from './run-open-action';
import { waitRefusal } from './sign-in-refusals';

const nothing = z.object({});

const wrongCode = (field: string): ActionResult<never> => ({
  ...{ status: 'invalid', form: null },
  fields: { code: field },
});
const refused = (code: string, message: string, hint: string): ActionResult<never> => ({
  ...{ status: 'refused', code, message, hint },
  line: null,
});
const noFactor = refused('no-second-factor', 'There is no second factor.', 'Reload the page to see it as it is now.');

/** Codes are tried as seldom as passwords are, but counted apart: the right password must not give new tries. */
const tryOf = (person: string, address: string) => ({ login: `code ${person}`, address });

/** A new secret for an authenticator app. It counts for nothing until a code confirms it. */
export async function startAppFactor(input: object) {
  const door = { needs: 'view', proved: true } as const;
  type Setup = { secret: string; qr: QrPath };
  return runAccountAction(door, nothing, input, async (_, { person, database }): Promise<ActionResult<Setup>> => {
    const secret = startSecondFactor(database, person.id);
    if (secret === null) return refused('has-second-factor', 'There is a second factor already.', 'Remove it first.');
    const login = loadUser(database, person.id)?.login ?? person.name;
    return { status: 'saved', secret, qr: qrPath(appUri(secret, login)) };
  });
}

/** The app shows the right code: from now on sign-in asks for one. */
export async function confirmAppFactor(input: CodeForm) {
  const door = { needs: 'view', proved: true, audit: 'second-factor-added' } as const;
  type Codes = { codes: string[] };
  return runAccountAction(
    door,
    codeSchema,
    input,
    async (value, { person, database }): Promise<ActionResult<Codes>> => {
      const codes = confirmSecondFactor(database, person.id, value.code);
      return codes
        ? { status: 'saved', codes }
        : wrongCode('Wrong code. Check the clock of the device, then try the next.');
    },
  );
}

/** Ten new codes for a lost device; the old ones are void. */
export async function renewCodes(input: object) {
  const door = { needs: 'view', proved: true, audit: 'recovery-codes-renewed' } as const;
  type Codes = { codes: string[] };
  return runAccountAction(door, nothing, input, async (_, { person, database }): Promise<ActionResult<Codes>> => {
    const codes = renewRecoveryCodes(database, person.id);
    return codes ? { status: 'saved', codes } : noFactor;
  });
}

/** Signing in asks for the password alone again. Takes a fresh proof, and a code. */
export async function removeAppFactor(input: CodeForm) {
  const door = { needs: 'view', proved: true, audit: 'second-factor-removed' } as const;
  return runAccountAction(door, codeSchema, input, async (value, { person, database, note }): Promise<ActionResult> => {
    const who = tryOf(person.id, (await requestFrom()).address);
    const taken = takeTry(database, who);
    if (taken.waitMs > 0) return waitRefusal(taken.waitMs);
    const kind = takeCode(database, person.id, value.code);
    if (kind === null) return wrongCode('Wrong code. Each code works once.');
    forgetTry(database, who, taken.at);
    removeSecondFactor(database, person.id);
    note({ with: kind });
    return { status: 'saved', message: 'Second factor removed' };
  });
}

/** The second step of signing in: the ticket says whose password was right, the code opens the session. */
export async function enterCode(input: SignInCodeForm) {
  type Going = { go: string };
  return runOpenAction(signInCodeSchema, input, async (value, { database, from }): Promise<ActionResult<Going>> => {
    const jar = await cookies();
    const ticket = jar.get(TICKET_COOKIE)?.value;
    const user = readTicket(database, ticket);
    if (!user || ticket === undefined) {
      return refused('ticket-over', 'This took too long.', 'Sign in with your password again.');
    }
    const { person } = user;
    const who = tryOf(person, from.address);
    const taken = takeTry(database, who);
    if (taken.waitMs > 0) return waitRefusal(taken.waitMs);
    const kind = takeCode(database, person, value.code);
    if (kind === null) {
      addAudit(database, { person, action: 'sign-in-failed', detail: { how: 'code', address: from.address } });
      return wrongCode('Wrong code. Each code works once, and only for a short time.');
    }
    forgetTry(database, who, taken.at);
    dropTicket(database, ticket);
    if (kind === 'recovery') addAudit(database, { person, action: 'recovery-code-used' });
    const { secret } = completeSignIn(database, { person, how: 'code' }, from);
    jar.delete(TICKET_COOKIE);
    await enterSession(secret);
    return { status: 'saved', go: readNextPath(value.next) };
  });
}
