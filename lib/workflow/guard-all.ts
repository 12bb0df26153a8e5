/*
 * `all` is confirmed in the form, by typing the number of agents. Changes that come without a form (a switch, an undo) may
 * bring such a response back, but never put a new one into the draft.
 */
import { type Change, changeSchema } from '../ossec/index.ts';
import type { DraftOutcome } from './draft-transaction.ts';
import type { Workspace } from './workspace.ts';

const MAX_REMEMBERED = 4000;

const shared = globalThis as { riposteConfirmed?: Set<string> };

const isOnAll = (change: Change): boolean =>
  (change.op === 'add-response' && change.response.location === 'all') ||
  (change.op === 'edit-response' && change.set.location === 'all');

/** Both sides come from the same schema, which orders the keys. */
const keyOf = (person: string, change: Change): string =>
  `${person} ${JSON.stringify(changeSchema.parse(JSON.parse(JSON.stringify(change))))}`;

/** Remembers what stands in the person's draft: each of these passed the form. */
export function rememberConfirmed(person: string, changes: readonly { change: Change }[]): void {
  shared.riposteConfirmed ??= new Set();
  for (const { change } of changes) if (isOnAll(change)) shared.riposteConfirmed.add(keyOf(person, change));
  for (const oldest of shared.riposteConfirmed) {
    if (shared.riposteConfirmed.size <= MAX_REMEMBERED) return;
    shared.riposteConfirmed.delete(oldest);
  }
}

/** A refusal when one of the changes would run on every agent and nobody has confirmed that; null otherwise. */
export function refuseUnconfirmed({ person }: Workspace, changes: readonly Change[]): DraftOutcome | null {
  const unconfirmed = changes.some((one) => isOnAll(one) && !shared.riposteConfirmed?.has(keyOf(person, one)));
  if (!unconfirmed) return null;
  return {
    status: 'refused',
    code: 'all-not-confirmed',
    message: 'A response on every agent has to be confirmed.',
    hint: 'Open it in the form and type the number of agents.',
    line: null,
  };
}
