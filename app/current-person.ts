import 'server-only';
import { cookies } from 'next/headers';
import { type Person, readPerson } from '@/lib/auth/person';
import { sessionCookie } from '@/lib/auth/session-cookie';
import { openDatabase } from '@/lib/state/database';

/** The person behind the current request; null when nobody is signed in. Every page, route and action asks here. */
export async function currentPerson(): Promise<Person | null> {
  return readPerson(openDatabase(), (await cookies()).get(sessionCookie(process.env).name)?.value);
}
