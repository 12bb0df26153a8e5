/*
 * A change that changes nothing is no change: an edit back to what the file says, a switch that is already where it should
 * be. Judged among the others of the draft, since a response follows a command that was renamed. Pure.
 */
import { type Change, type Config, planChanges } from '../ossec/index.ts';
import type { DraftChange } from './draft.ts';

const OPS = new Set<Change['op']>(['edit-response', 'edit-command', 'disable-response', 'enable-response']);

/** Each one costs a plan. A form makes a few; longer lists come from elsewhere and are kept as they are. */
const MAX_JUDGED = 20;

function editsOf(config: Config, changes: readonly DraftChange[]): string | null {
  const plan = planChanges(
    config,
    changes.map(({ change }) => change),
  );
  return plan.ok ? JSON.stringify(plan.edits) : null;
}

/** `after` without those changes that are new against `before` and change nothing. */
export function dropNoOps(config: Config, before: readonly DraftChange[], after: DraftChange[]): DraftChange[] {
  const known = new Set(before.map(({ change }) => JSON.stringify(change)));
  const judged = after.filter(({ change }) => OPS.has(change.op) && !known.has(JSON.stringify(change)));
  if (judged.length === 0 || judged.length > MAX_JUDGED) return after;
  const wanted = editsOf(config, after);
  if (wanted === null) return after;
  return judged.reduce((left, one) => {
    const without = left.filter(({ id }) => id !== one.id);
    return editsOf(config, without) === wanted ? without : left;
  }, after);
}
