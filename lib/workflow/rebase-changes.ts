/*
 * Carrying a draft over to a file that changed underneath: each change follows its block by the block's bytes. A block that
 * somebody else touched is a conflict, never a guess. Pure.
 */
import type { Change, Config, ConfigModel } from '../ossec/index.ts';
import type { DraftChange } from './draft.ts';

export type RebasedChange = DraftChange & {
  /** The change as it was made, in the places of the file it was made on; `change` is in those of the new file. */
  made: Change;
  /** Why the change can't be carried over; null when it can. */
  conflict: string | null;
};

type Place = { fingerprint: string };

const GONE = 'Somebody changed or removed the block that this change is for.';
const LOST = 'Riposte no longer has the file that this change was made on.';

/**
 * The block of `after` with the same bytes. Of several with the same bytes it is the one at the same count among them, and
 * only while there are as many as before: which one was added or removed is anybody's guess.
 */
function follow<B extends Place>(before: readonly B[], after: readonly B[], index: number): number | null {
  const was = before[index];
  if (!was) return null;
  const twins = (blocks: readonly B[]) =>
    blocks.flatMap((one, at) => (one.fingerprint === was.fingerprint ? [at] : []));
  const [old, now] = [twins(before), twins(after)];
  return old.length === now.length ? (now[old.indexOf(index)] ?? null) : null;
}

type CommandChange = Extract<Change, { op: 'edit-command' | 'remove-command' }>;

/** Null also when another command of the same name now stands above: the change would go to that one. */
function rebaseCommand(change: CommandChange, before: ConfigModel, after: ConfigModel): Change | null {
  const index = change.op === 'remove-command' ? change.index : undefined;
  const at = before.commands.findIndex(
    (block) => block.name === change.name && (index === undefined || block.index === index),
  );
  const to = follow(before.commands, after.commands, at);
  if (to === null || after.commands[to]?.shadowed !== before.commands[at]?.shadowed) return null;
  return change.op === 'remove-command' && index !== undefined ? { ...change, index: to } : change;
}

function rebaseOne(change: Change, before: ConfigModel, after: ConfigModel): Change | null {
  switch (change.op) {
    case 'edit-response':
    case 'remove-response':
    case 'disable-response':
    case 'enable-response': {
      if (change.commented !== undefined) {
        const commented = follow(before.commented, after.commented, change.commented);
        return commented === null ? null : { ...change, commented };
      }
      const index = follow(before.responses, after.responses, change.index ?? -1);
      return index === null ? null : { ...change, index };
    }
    case 'edit-command':
    case 'remove-command':
      return rebaseCommand(change, before, after);
    default:
      return change;
  }
}

const isForBlock = ({ op }: Change): boolean => /^(edit|remove|disable|enable)-(response|command)$/.test(op);

/**
 * The changes against the new file, each with its conflict where it has one. Without `before`, the file they were made on,
 * only those that are for no block can be carried over.
 */
export function rebaseChanges(changes: readonly DraftChange[], before: Config | null, after: Config): RebasedChange[] {
  return changes.map((one) => {
    const made = one.change;
    if (!before) return { ...one, made, conflict: isForBlock(made) ? LOST : null };
    const change = rebaseOne(made, before.model, after.model);
    return change ? { ...one, made, change, conflict: null } : { ...one, made, conflict: GONE };
  });
}
