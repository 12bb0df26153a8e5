/*
 * The planner: changes in, text edits out, or typed refusals. It writes nothing. The plan is verified before it is given
 * out: see verify-plan.ts.
 */
import { type Config, parseConfigText } from '../index.ts';
import { buildEdits } from './build-edits.ts';
import type { Change } from './change.ts';
import { collectChanges } from './collect-changes.ts';
import { type Refusal, RefusedChange } from './refusal.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { verifyPlan } from './verify-plan.ts';

export type Plan = {
  ok: true;
  edits: TextEdit[];
  /** The file after the edits, read back. */
  after: Config;
};

export type PlanResult = Plan | { ok: false; refused: Refusal[] };

/** Plans all changes as one edit of the file; on a refusal nothing is planned. */
export function planChanges(config: Config, changes: readonly Change[]): PlanResult {
  if (changes.length === 0) return { ok: true, edits: [], after: config };
  const { problem } = config.model;
  if (problem) {
    const { message, hint, line } = problem;
    return { ok: false, refused: [{ change: 0, code: 'file-not-editable', message, hint, line }] };
  }
  const result = tryPlan(config, changes);
  if (result.ok) return result;
  // A refusal found only after reading back is blamed on a change without which it does not happen.
  const culprit = result.refused.every(({ change }) => change === -1) ? blame(config, changes) : null;
  return { ok: false, refused: result.refused.map((refusal) => ({ ...refusal, change: culprit ?? refusal.change })) };
}

function tryPlan(config: Config, changes: readonly Change[]): PlanResult {
  let current = -1;
  try {
    const state = collectChanges(config.model, changes, (change) => {
      current = change;
    });
    current = -1;
    const edits = buildEdits(config, state);
    const after = edits.length === 0 ? config : parseConfigText(applyEdits(config.tree.text, edits));
    verifyPlan(config, after, state, edits);
    return { ok: true, edits, after };
  } catch (thrown) {
    if (!(thrown instanceof RefusedChange)) throw thrown;
    const { code, message, hint, line } = thrown;
    return { ok: false, refused: [{ change: current, code, message, hint, line }] };
  }
}

/** Halves the list until one change is left: the changes before it can be planned, with it they can't. */
function blame(config: Config, changes: readonly Change[]): number {
  let good = 0;
  let bad = changes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (tryPlan(config, changes.slice(0, middle)).ok) good = middle;
    else bad = middle;
  }
  return bad - 1;
}
