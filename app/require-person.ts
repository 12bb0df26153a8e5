import 'server-only';
import type { Person } from '@/lib/auth/person';
import type { Permission } from '@/lib/auth/roles';
import { currentPerson } from './current-person';

const refusal = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/** The one door of every route handler: the person, or the answer for who is none or may not. */
export async function requirePerson(needs: Permission): Promise<Person | Response> {
  const person = await currentPerson();
  if (!person) return refusal(401, 'Sign in first.');
  if (!person.permissions.includes(needs)) return refusal(403, 'Your role does not allow this.');
  return person;
}
