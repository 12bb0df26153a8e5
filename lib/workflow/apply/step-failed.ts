/* How a step of an apply ends badly: caught by runApply, never leaves it. */
import type { ApplyOutcome } from './apply-record.ts';

/** A step that failed, with what to tell. */
export class StepFailed extends Error {
  readonly outcome: ApplyOutcome;

  constructor(outcome: ApplyOutcome) {
    super(outcome.message);
    this.outcome = outcome;
  }
}
