import 'server-only';
import { cache } from 'react';
import type { Person } from '@/lib/auth/person';
import type { ManagerFailure } from '@/lib/manager/manager';
import { loadManagerState, type ManagerState } from '@/lib/workflow/manager-state';
import { loadWorkspace, type Workspace } from '@/lib/workflow/workspace';
import { currentPerson } from './current-person';

export type Page =
  | { ok: true; person: Person; workspace: Workspace; state: ManagerState }
  | { ok: false; person: Person; failure: ManagerFailure };

/** What layout and page of one request share: read once. */
export const loadPage = cache(async (): Promise<Page> => {
  const person = await currentPerson();
  if (!person) throw new Error('nobody is signed in');
  const result = await loadWorkspace(person.id);
  if (!result.ok) return { ok: false, person, failure: result.failure };
  return { ok: true, person, workspace: result.workspace, state: await loadManagerState(result.workspace) };
});
