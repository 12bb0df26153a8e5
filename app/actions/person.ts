'use server';

import { cookies } from 'next/headers';
import * as z from 'zod/mini';
import { readName } from '@/lib/auth/people';
import { PERSON_COOKIE } from '@/lib/auth/person';
import type { ActionResult } from '@/lib/view/action-result';
import { namePerson } from '@/lib/workflow/name-person';
import { runAction } from './run-action';

const naming = z.object({ name: z.string().check(z.maxLength(400)), takeDraft: z.boolean() });
/** What browsers keep at most: 400 days. */
const MAX_AGE_SECONDS = 400 * 86_400;

/** Gives the person behind this browser a name for the history. */
export async function nameMyself(input: z.infer<typeof naming>) {
  const door = { needs: 'view', audit: 'person-named' } as const;
  return runAction(door, naming, input, async (value, { person, workspace, note }): Promise<ActionResult> => {
    const read = readName(value.name);
    if (!read.ok) return { status: 'invalid', fields: { name: read.problem }, form: null };
    const { name } = read;
    const id = namePerson(workspace.database, { person: person.id, name, takeDraft: value.takeDraft });
    note({ name, id });
    const options = { httpOnly: true, sameSite: 'strict', path: '/', maxAge: MAX_AGE_SECONDS } as const;
    (await cookies()).set(PERSON_COOKIE, id, options);
    return { status: 'saved' };
  });
}
