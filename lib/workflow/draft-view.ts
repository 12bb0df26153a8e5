/*
 * A draft against the file as it is now: carried over where the file changed underneath, planned, ready to show. Pure.
 */
import { type Config, type PlanResult, planChanges, type Refusal } from '../ossec/index.ts';
import type { Draft } from './draft.ts';
import { type RebasedChange, rebaseChanges } from './rebase-changes.ts';

export type DraftView = {
  savedAt: number | null;
  /** In an order that plans; those with a conflict are not part of the plan. */
  changes: RebasedChange[];
  /** The file was changed by somebody else since the draft was begun. */
  stale: boolean;
  plan: PlanResult;
};

/** The changes that take part in the plan. */
export const plannedChanges = (view: DraftView) => view.changes.filter(({ conflict }) => conflict === null);

/**
 * `base` is the file that the draft was made on, `baseOf` gives that of a change which was settled on another one; null when
 * the bytes are gone.
 */
export function viewDraft(
  draft: Draft | null,
  current: Config,
  currentSha256: string,
  base: Config | null,
  baseOf: (sha256: string) => Config | null = () => null,
): DraftView {
  if (!draft) return { savedAt: null, changes: [], stale: false, plan: planChanges(current, []) };
  const stale = draft.baseSha256 !== currentSha256;
  const changes = draft.changes.flatMap((one) => {
    const { madeOn = draft.baseSha256, change } = one;
    if (madeOn === currentSha256) return [{ ...one, made: change, conflict: null }];
    return rebaseChanges([one], one.madeOn === undefined ? base : baseOf(madeOn), current);
  });
  return { savedAt: draft.savedAt, stale, ...planWithoutRefused(current, changes) };
}

/** A draft that starts from an older version: its changes are for that one, whatever is on the disk. */
export function viewRestored(draft: Draft, older: Config, onDiskSha256: string): DraftView {
  const changes = draft.changes.map((one) => ({ ...one, made: one.change, conflict: null }));
  const stale = draft.baseSha256 !== onDiskSha256;
  return { savedAt: draft.savedAt, stale, ...planWithoutRefused(older, changes) };
}

/** A change that a changed file no longer takes is a conflict of its own; the others still plan. */
function planWithoutRefused(current: Config, changes: RebasedChange[]): Pick<DraftView, 'changes' | 'plan'> {
  let left = changes;
  for (let tries = 0; tries <= changes.length; tries++) {
    const planned = left.filter(({ conflict }) => conflict === null);
    const plan = planChanges(
      current,
      planned.map(({ change }) => change),
    );
    if (plan.ok || planned.length === 0) return { changes: left, plan };
    const refusal = plan.refused[0] as Refusal;
    const culprit = planned[refusal.change]?.id ?? planned[0]?.id;
    left = left.map((one) => (one.id === culprit ? { ...one, conflict: `${refusal.message} ${refusal.hint}` } : one));
  }
  return { changes: left, plan: planChanges(current, []) };
}
