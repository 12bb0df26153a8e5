/* How a step of an apply ends badly: caught by runApply, never leaves it. */
import type { ApplyOutcome, RevertReason } from '../../view/apply.ts';

/** A step that failed, with what to tell. With the result `failed` the file is put back; `why` tells what for. */
export class StepFailed extends Error {
  readonly outcome: ApplyOutcome;
  readonly why: RevertReason;

  constructor(outcome: ApplyOutcome, why: RevertReason = 'failed') {
    super(outcome.message);
    this.outcome = outcome;
    this.why = why;
  }
}
