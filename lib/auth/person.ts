/*
 * Who acts. Until sign-in exists a browser says by an id whom it belongs to, and whoever says nothing is the one who runs
 * Riposte on this host: a name for the history, no protection. Knows no request: the id comes from the caller.
 */
import type { Database } from '../state/database.ts';
import { LOCAL, loadName, personName } from './people.ts';

export type Permission = 'view' | 'edit' | 'apply';

export type Person = { id: string; name: string; role: string; permissions: readonly Permission[] };

const ALL: readonly Permission[] = ['view', 'edit', 'apply'];

/** The cookie that a browser keeps its person's id in. */
export const PERSON_COOKIE = 'riposte-person';

/** The person behind a request; null when nobody is signed in. An id that is not known says nothing. */
export function readPerson(database: Database, claimedId: string | undefined): Person | null {
  const name = claimedId === undefined ? null : loadName(database, claimedId);
  const who =
    name === null || claimedId === undefined
      ? { id: LOCAL, name: personName(database, LOCAL) }
      : { id: claimedId, name };
  return { ...who, role: 'No sign-in yet', permissions: ALL };
}
