/*
 * Who acts. Until sign-in exists there is one person: whoever runs Riposte on this host. Every action and page asks here, so
 * that sign-in changes this file and not its callers.
 */
import { userInfo } from 'node:os';

export type Permission = 'view' | 'edit' | 'apply';

export type Person = { id: string; name: string; role: string; permissions: readonly Permission[] };

const ALL: readonly Permission[] = ['view', 'edit', 'apply'];

function systemUserName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a uid without a passwd entry.
    return 'local user';
  }
}

/** The person behind the current request; null when nobody is signed in. */
export async function currentPerson(): Promise<Person | null> {
  return { id: 'local', name: systemUserName(), role: 'No sign-in yet', permissions: ALL };
}
