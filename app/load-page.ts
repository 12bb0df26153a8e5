import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { signInPath } from '@/lib/auth/next-path';
import type { Person } from '@/lib/auth/person';
import { touchSession } from '@/lib/auth/sessions';
import type { ManagerFailure } from '@/lib/manager/manager';
import { openDatabase } from '@/lib/state/database';
import { loadManagerState, type ManagerState } from '@/lib/workflow/manager-state';
import { loadWorkspace, type Workspace } from '@/lib/workflow/workspace';
import { currentPerson } from './current-person';

export type Page =
  | { ok: true; person: Person; workspace: Workspace; state: ManagerState }
  | { ok: false; person: Person; failure: ManagerFailure };

/** The one door of every page: whoever is signed in. Everybody else is sent to sign in, and back here. */
export const pagePerson = cache(async (): Promise<Person> => {
  const person = await currentPerson();
  if (!person) redirect(signInPath((await headers()).get('x-path')));
  touchSession(openDatabase(), person.session);
  return person;
});

/** What layout and page of one request share: read once. */
export const loadPage = cache(async (): Promise<Page> => {
  const person = await pagePerson();
  const result = await loadWorkspace(person.id);
  if (!result.ok) return { ok: false, person, failure: result.failure };
  return { ok: true, person, workspace: result.workspace, state: await loadManagerState(result.workspace) };
});
