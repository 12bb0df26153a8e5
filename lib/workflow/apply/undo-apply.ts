/*
 * The way back: the version that ran before, and the manager seen to run it. Never writes over what somebody else wrote
 * meanwhile. When even that fails there is an alarm, with what to do by hand. Every part may be done twice: a former process
 * may have been ended in the middle of it.
 */
import type { ApplyOutcome, RevertReason } from '../../view/apply.ts';
import { unsettleDraft } from '../applied-draft.ts';
import type { ApplyJob } from './apply-job.ts';
import { saveReason } from './apply-record.ts';
import { shortName } from './daemon-lights.ts';
import { lookAtDisk } from './look-at-disk.ts';
import { manualSteps } from './manual-steps.ts';
import { putBack } from './put-back.ts';
import { runRestartAgain } from './restart-again.ts';
import { hasReadNew, stillRunsBack } from './running-version.ts';
import { secondsFrom } from './seconds-from.ts';
import { pause } from './see-daemons-up.ts';
import { StepFailed } from './step-failed.ts';

const TRIES = 3;
const RAN_ON = 'The manager ran on with it all the time.';
const RETRY_SECONDS = 1.5;

/** How long to wait before what failed is tried again. */
export const retryMs = (): number => secondsFrom(process.env.RIPOSTE_RETRY_SECONDS, RETRY_SECONDS) * 1000;

export type Undo = {
  reason: ApplyOutcome;
  why: RevertReason;
  /** The restart program said no in this life of Riposte. One that a former life began may still be at work. */
  refused?: boolean;
};

/** Goes all the way back; answers how it ended. Throws only on a bug. */
export async function undoApply(job: ApplyJob, { reason, why, refused = false }: Undo): Promise<ApplyOutcome> {
  const { steps, database, id, record } = job;
  steps.goOnWhateverHappens();
  steps.tell(() => saveReason(database, id, { ...reason, why }));
  steps.skipRest();
  const mayHaveRead = steps.hasBegun('restart') || (await hasReadNew(job));
  const { disk } = await lookAtDisk(job, false);
  if (disk === 'untouched' && !mayHaveRead) {
    steps.tell(() => unsettleDraft(database, record));
    return { ...reason, result: 'not-written' };
  }
  steps.say(`${reason.message} Putting the previous file back`);
  steps.add('put-back');
  if (mayHaveRead) steps.add('restart-again');
  try {
    // What only waited on the disk comes back where the manager never stopped; else what it ran.
    await putBack(job, mayHaveRead ? (record.backSha256 ?? record.baseSha256) : record.baseSha256);
    steps.tell(() => unsettleDraft(database, record));
    const words = mayHaveRead ? await restartIfNeeded(job, refused) : RAN_ON;
    return reverted({ reason, why }, words, mayHaveRead && waitedOnDisk(job));
  } catch (thrown) {
    if (!(thrown instanceof StepFailed)) throw thrown;
    steps.failCurrent(thrown.outcome.message);
    steps.skipRest();
    return await badEnd(job, { reason, why }, thrown.outcome);
  }
}

/** Words for what the manager runs now. */
async function restartIfNeeded(job: ApplyJob, refused: boolean): Promise<string> {
  // Refused before it stopped anything: another restart could only do harm.
  if (refused && (await stillRunsBack(job))) {
    job.steps.start('restart-again');
    job.steps.skip('Not needed: the manager never stopped running it');
    return RAN_ON;
  }
  for (let tries = 1; ; tries++) {
    try {
      return await runRestartAgain(job);
    } catch (thrown) {
      if (!(thrown instanceof StepFailed) || thrown.outcome.result !== 'failed' || tries >= TRIES) throw thrown;
      job.steps.say(`${thrown.outcome.message} Trying again (${tries + 1} of ${TRIES})`);
      await pause(retryMs() * tries);
    }
  }
}

/** Was there a file on the disk that the manager did not run? */
const waitedOnDisk = ({ record }: ApplyJob): boolean =>
  record.kind !== 'restart' && record.backSha256 !== record.baseSha256;

function reverted({ reason, why }: Undo, words: string, isOther: boolean): ApplyOutcome {
  const message = isOther
    ? `The version that the manager ran before is back. ${words} The one that was on the disk and never ran is kept in History.`
    : `The previous file is back. ${words}`;
  return { result: 'reverted', message, hint: reason.message, lines: reason.lines, managerUp: true, why };
}

/** Somebody else's file with a manager that is up is theirs. Everything else is the alarm. */
async function badEnd(job: ApplyJob, { reason, why }: Undo, outcome: ApplyOutcome): Promise<ApplyOutcome> {
  const daemons = await job.manager.loadDaemons();
  const down = daemons.filter(({ required, running }) => required && !running).map(({ name }) => shortName(name));
  const managerUp = down.length === 0;
  const lines = outcome.lines.length > 0 ? outcome.lines : reason.lines;
  if (outcome.result === 'superseded' && managerUp) {
    return { ...outcome, message: `${reason.message} ${outcome.message}`, lines, managerUp };
  }
  const manual = await manualSteps(job);
  const state = managerUp ? 'Its daemons are up.' : `Not running: ${down.join(', ')}.`;
  const message = `The previous configuration could not be brought back. ${outcome.message} ${state}`;
  return { ...outcome, result: 'revert-failed', message, lines, managerUp, why, manual };
}
