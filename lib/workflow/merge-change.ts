/*
 * Adding a change to a draft: one change a block, so that it can be taken back on its own, and in an order that always plans
 * (commands before the responses that use them, removals of commands last). Pure.
 */
import type { Change } from '../ossec/index.ts';
import type { DraftChange } from './draft.ts';

const ORDER: Record<Change['op'], number> = {
  'edit-command': 0,
  'add-command': 1,
  'add-white-list': 2,
  'remove-white-list': 2,
  'edit-response': 3,
  'enable-response': 3,
  'disable-response': 3,
  'remove-response': 4,
  'add-response': 5,
  'remove-command': 6,
};

/** What a change is aimed at: equal keys, same block. Null for one that adds something. */
export function targetOf(change: Change): string | null {
  switch (change.op) {
    case 'edit-response':
    case 'remove-response':
    case 'disable-response':
    case 'enable-response':
      return change.commented === undefined ? `response ${change.index}` : `commented ${change.commented}`;
    case 'edit-command':
      return `command ${change.name}`;
    case 'remove-command':
      return change.index === undefined ? `command ${change.name}` : `command ${change.name} ${change.index}`;
    case 'add-white-list':
    case 'remove-white-list':
      return `white list ${change.address}`;
    default:
      return null;
  }
}

type Edit = Extract<Change, { op: 'edit-response' | 'edit-command' }>;

/** The later edit wins field by field; setting a field takes back its removal and the other way round. */
function mergeEdits<E extends Edit>(earlier: E, later: E): E {
  const unset = new Set<string>([...(earlier.unset ?? []), ...(later.unset ?? [])]);
  const set: Record<string, unknown> = { ...earlier.set };
  for (const key of later.unset ?? []) delete set[key];
  for (const [key, value] of Object.entries(later.set)) {
    set[key] = value;
    unset.delete(key);
  }
  return { ...earlier, set, ...(unset.size > 0 ? { unset: [...unset] } : { unset: undefined }) } as E;
}

const isRemoval = ({ op }: Change): boolean => op === 'remove-response' || op === 'remove-command';

const isOpposite = (a: Change, b: Change): boolean =>
  (a.op === 'disable-response' && b.op === 'enable-response') ||
  (a.op === 'enable-response' && b.op === 'disable-response') ||
  (a.op === 'add-white-list' && b.op === 'remove-white-list') ||
  (a.op === 'remove-white-list' && b.op === 'add-white-list');

/** The draft's changes with one more. A change of the same kind to the same block replaces or extends the earlier one. */
export function mergeChange(changes: readonly DraftChange[], added: DraftChange): DraftChange[] {
  const target = targetOf(added.change);
  const result: DraftChange[] = [];
  let pending: DraftChange | null = added;
  for (const known of changes) {
    const same: boolean = target !== null && targetOf(known.change) === target;
    if (!same || !pending) {
      result.push(known);
    } else if (isOpposite(known.change, added.change)) {
      pending = null;
    } else if (known.change.op === added.change.op) {
      const { change } = added;
      const merged: Change =
        change.op === 'edit-response' || change.op === 'edit-command'
          ? mergeEdits(known.change as Edit, change)
          : change;
      result.push({ ...known, change: merged, madeAt: added.madeAt });
      pending = null;
    } else if (!isRemoval(added.change) && !isRemoval(known.change)) {
      // An edit and a switch stand side by side; a removal makes either pointless, and either takes a removal back.
      result.push(known);
    }
  }
  if (pending) result.push(pending);
  return inOrder(result);
}

/** Stable: changes of the same kind keep the order in which they were made. */
export const inOrder = (changes: DraftChange[]): DraftChange[] =>
  [...changes].sort((a, b) => ORDER[a.change.op] - ORDER[b.change.op]);

/** The responses that a draft adds, or edits, follow a renamed command. */
export function renameInDraft(changes: readonly DraftChange[], from: string, to: string): DraftChange[] {
  return changes.map((one) => {
    const { change } = one;
    if (change.op === 'add-response' && change.response.command === from) {
      return { ...one, change: { ...change, response: { ...change.response, command: to } } };
    }
    if (change.op === 'edit-response' && change.set.command === from) {
      return { ...one, change: { ...change, set: { ...change.set, command: to } } };
    }
    return one;
  });
}
