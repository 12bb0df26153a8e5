import 'server-only';
import { cookies } from 'next/headers';
import type { Person } from '@/lib/auth/person';
import { sessionCookie } from '@/lib/auth/session-cookie';
import { endSession, rotateSession } from '@/lib/auth/sessions';
import { openDatabase } from '@/lib/state/database';
import { currentPerson } from './current-person';

/** Gives the browser the secret of its session. Only where cookies can be set: actions and route handlers. */
async function setSessionCookie(secret: string): Promise<void> {
  const { name, options } = sessionCookie(process.env);
  (await cookies()).set(name, secret, options);
}

/** A new session for this browser; the one it had is over. */
export async function enterSession(secret: string): Promise<void> {
  const before = await currentPerson();
  if (before) endSession(openDatabase(), before.id, before.session.publicId);
  await setSessionCookie(secret);
}

export async function dropSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie(process.env);
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

/** A new secret for the browser when the one it has has served long enough. */
export async function rotateCookie({ session }: Person): Promise<void> {
  const secret = rotateSession(openDatabase(), session);
  if (secret !== null) await setSessionCookie(secret);
}
