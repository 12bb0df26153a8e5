/* How a step of an apply ends badly: caught by runApply, never leaves it. */
import type { ApplyOutcome, RevertReason } from '../../view/apply.ts';

/** A step that failed, with what to tell. With the result `failed` the file is put back; `why` tells what for. */
export class StepFailed extends Error {
  readonly outcome: ApplyOutcome;
  readonly why: RevertReason;
  /** The restart program itself said no, and has ended: it may not have touched anything. */
  readonly refused: boolean;

  constructor(outcome: ApplyOutcome, why: RevertReason = 'failed', refused = false) {
    super(outcome.message);
    this.outcome = outcome;
    this.why = why;
    this.refused = refused;
  }
}
