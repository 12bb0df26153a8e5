/*
 * Carrying a draft over to a file that changed underneath: each change follows its block by the block's bytes. A block that
 * somebody else touched is a conflict, never a guess. Pure.
 */
import type { Change, Config, ConfigModel } from '../ossec/index.ts';
import type { DraftChange } from './draft.ts';

export type RebasedChange = DraftChange & {
  /** Why the change can't be carried over; null when it can. */
  conflict: string | null;
};

type Place = { fingerprint: string };

/** The block of `after` with the same bytes: at the same count first, else the only one. */
function follow<B extends Place>(before: readonly B[], after: readonly B[], index: number): number | null {
  const was = before[index];
  if (!was) return null;
  if (after[index]?.fingerprint === was.fingerprint) return index;
  const same = after.flatMap((block, at) => (block.fingerprint === was.fingerprint ? [at] : []));
  return same.length === 1 ? (same[0] ?? null) : null;
}

const GONE = 'Somebody changed or removed the block that this change is for.';

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
    case 'remove-command': {
      const at = before.commands.findIndex(
        (block) =>
          block.name === change.name &&
          (!('index' in change) || change.index === undefined || block.index === change.index),
      );
      const to = follow(before.commands, after.commands, at);
      if (to === null) return null;
      return 'index' in change && change.index !== undefined ? { ...change, index: to } : change;
    }
    default:
      return change;
  }
}

/** The changes against the new file, each with its conflict where it has one. */
export function rebaseChanges(changes: readonly DraftChange[], before: Config, after: Config): RebasedChange[] {
  return changes.map((one) => {
    const change = rebaseOne(one.change, before.model, after.model);
    return change ? { ...one, change, conflict: null } : { ...one, conflict: GONE };
  });
}
