/*
 * The apply as a story: keep a copy, check, write, restart, see the daemons up and staying up, see the responses loaded, have
 * somebody keep it. Each step is recorded as it happens. What goes wrong after the write is undone. The story may be told on
 * by a later process: resume-apply knows where to go on.
 */
import { log } from '../../log/log.ts';
import { inTransaction } from '../../state/database.ts';
import type { ApplyOutcome, DaemonLight, RevertReason } from '../../view/apply.ts';
import { type ApplyJob, hasWayBack, writesFile } from './apply-job.ts';
import { finishApply, loadApply } from './apply-record.ts';
import { ManagerLog } from './manager-log.ts';
import { manualSteps } from './manual-steps.ts';
import { runRestart } from './restart-manager.ts';
import { revertAsked, throwIfRevertAsked } from './revert-asked.ts';
import { pause, seeDaemonsUp } from './see-daemons-up.ts';
import { seeResponsesLoaded } from './see-responses-loaded.ts';
import { spanInWords } from './span-in-words.ts';
import { StepFailed } from './step-failed.ts';
import { undoApply } from './undo-apply.ts';
import { countConnected, waitForKeep } from './wait-for-keep.ts';
import { noteWritten, writeFile } from './write-file.ts';

const RECORD_AGAIN_MS = 2000;

/** Runs a new job to its end, which may be the way back. Never rejects. */
export async function runApply(job: ApplyJob): Promise<void> {
  await toItsEnd(job, async () => {
    if (writesFile(job)) await writeFile(job);
    return job.record.restart ? restartAndAsk(job) : written;
  });
}

/** Runs one way of telling the story, undoes it where that is needed, and records the end. Never rejects. */
export async function toItsEnd(job: ApplyJob, story: () => Promise<ApplyOutcome>): Promise<void> {
  let outcome: ApplyOutcome;
  try {
    outcome = await story();
  } catch (thrown) {
    outcome = await afterFailure(job, thrown);
  }
  if (!(await end(job, outcome))) await end(job, await afterFailure(job, revertAsked()));
}

/** False when somebody has asked in time to take back what went well. */
async function end(job: ApplyJob, outcome: ApplyOutcome): Promise<boolean> {
  job.steps.goOnWhateverHappens();
  job.steps.skipRest();
  job.steps.say(outcome.message);
  return record(job, outcome);
}

async function afterFailure(job: ApplyJob, thrown: unknown): Promise<ApplyOutcome> {
  const failed = thrown instanceof StepFailed ? thrown : unexpected(job, thrown);
  job.steps.goOnWhateverHappens();
  job.steps.failCurrent(failed.outcome.message);
  const { outcome, why, refused } = failed;
  if (outcome.result !== 'failed') return outcome;
  if (!hasWayBack(job)) return job.record.kind === 'revert' ? alarm(job, outcome, why) : outcome;
  try {
    return await undoApply(job, { reason: outcome, why, refused });
  } catch (again) {
    return alarm(job, unexpected(job, again).outcome, why);
  }
}

async function alarm(job: ApplyJob, outcome: ApplyOutcome, why: RevertReason): Promise<ApplyOutcome> {
  const manual = await manualSteps(job).catch(() => []);
  const message = `The previous configuration could not be brought back. ${outcome.message}`;
  return { ...outcome, result: 'revert-failed', message, why, manual };
}

export const written: ApplyOutcome = {
  result: 'saved',
  message: 'The file is written. The manager still runs the previous configuration.',
  hint: 'Changes take effect when the manager restarts.',
  lines: [],
  managerUp: null,
};

/** The steps restart, daemons, loaded and, where somebody is to be asked, confirm. */
export async function restartAndAsk(job: ApplyJob): Promise<ApplyOutcome> {
  const { steps, record } = job;
  steps.goOnWhateverHappens();
  throwIfRevertAsked(job);
  const agentsBefore = await countConnected(job);
  steps.keepEvidence({ agentsBefore, agentsNow: null, newErrors: 0 });
  const log = await ManagerLog.follow(job);
  try {
    await restartAndProve(job, log);
    return record.confirmSeconds > 0 ? await askToKeep(job, log) : running(job);
  } finally {
    await log.stop();
  }
}

async function restartAndProve(job: ApplyJob, log: ManagerLog): Promise<void> {
  const { steps, record } = job;
  const show = (text: string, daemons: DaemonLight[] = []) => steps.update(text, { daemons });
  steps.start('restart', 'Asking the manager to restart');
  const startedAt = performance.now();
  const restart = await runRestart({ job, log, sha256: record.newSha256, show });
  steps.finish(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  steps.start('daemons', 'Waiting for every daemon');
  steps.finish(await seeDaemonsUp(restart));
  steps.start('loaded');
  steps.finish(await seeResponsesLoaded(restart));
  throwIfRevertAsked(job);
}

/** The step confirm: comes back when somebody keeps it. Throws StepFailed for everything else. */
export async function askToKeep(job: ApplyJob, log: ManagerLog | null): Promise<ApplyOutcome> {
  const { steps, record } = job;
  if (steps.hasBegun('confirm')) steps.resume('confirm');
  else steps.start('confirm', 'Waiting for somebody to press Keep changes');
  const answer = await waitForKeep(job, log);
  if (answer === 'keep') {
    steps.finish('Kept');
    return running(job);
  }
  if (answer === 'revert') throw revertAsked();
  const message =
    answer === 'nobody'
      ? `Nobody pressed Keep changes within ${spanInWords(record.confirmSeconds)}.`
      : 'Riposte could not read its own database, so nobody could be asked.';
  const outcome: ApplyOutcome = { result: 'failed', message, hint: '', lines: [], managerUp: true };
  throw new StepFailed(outcome, answer === 'nobody' ? 'not-kept' : 'failed');
}

function running({ record }: ApplyJob): ApplyOutcome {
  const isNew = record.kind !== 'restart';
  const message = isNew ? 'The manager is running with the new configuration.' : 'The manager is running again.';
  return { result: 'running', message, hint: '', lines: [], managerUp: true };
}

/** The text of an unknown error stays in the server's log. */
function unexpected({ id, steps }: ApplyJob, thrown: unknown): StepFailed {
  const words = thrown instanceof Error ? thrown.stack : String(thrown);
  log('error', 'apply-failed', { apply: id, message: `failed unexpectedly: ${words}` });
  return new StepFailed({
    // Only what may have touched the file or the manager has to be undone.
    result: steps.hasBegun('write') || steps.hasBegun('restart') ? 'failed' : 'not-written',
    message: `Riposte failed on its own side (apply ${id}).`,
    hint: 'The server log has the reason under this number.',
    lines: [],
    managerUp: null,
  });
}

/**
 * The end has to be recorded, else the next process would undo or do it all again: a full disk is waited for. False, and
 * nothing recorded, when Revert now was accepted before this.
 */
async function record(job: ApplyJob, outcome: ApplyOutcome): Promise<boolean> {
  const { database, id } = job;
  const isGood = outcome.result === 'running' || outcome.result === 'saved';
  while (database.isOpen) {
    try {
      return inTransaction(database, () => {
        if (isGood && loadApply(database, id)?.decision === 'revert') return false;
        // Perhaps the disk was full when it was written.
        if (isGood && writesFile(job)) noteWritten(job);
        finishApply(database, id, outcome);
        return true;
      });
    } catch (thrown) {
      log('error', 'apply-end-not-recorded', {
        apply: id,
        message: `the end cannot be recorded yet: ${String(thrown)}`,
      });
      await pause(RECORD_AGAIN_MS);
    }
  }
  return true;
}
