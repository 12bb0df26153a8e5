/* Somebody may press Revert now at any time: looked at wherever an apply waits. */
import type { ApplyJob } from './apply-job.ts';
import { loadApply } from './apply-record.ts';
import { StepFailed } from './step-failed.ts';

/** Throws StepFailed with the reason `by-hand` once somebody has asked for it. Not on the way back itself. */
export function throwIfRevertAsked({ database, id, steps }: ApplyJob): void {
  if (steps.hasBegun('put-back')) return;
  let asked = false;
  steps.tell(() => {
    asked = loadApply(database, id)?.decision === 'revert';
  });
  if (asked) throw revertAsked();
}

/** What to throw then. */
export function revertAsked(): StepFailed {
  const message = 'Revert now was pressed.';
  return new StepFailed({ result: 'failed', message, hint: '', lines: [], managerUp: null }, 'by-hand');
}
