/*
 * An apply that a former process left in the middle: finished where that is what was asked for and can be proved, else undone.
 * What happened is read from the recorded steps and from the disk; nothing is assumed of the process that died.
 */
import type { ApplyOutcome } from '../../view/apply.ts';
import { unsettleDraft } from '../applied-draft.ts';
import { type ApplyJob, writesFile } from './apply-job.ts';
import { lookAtDisk } from './look-at-disk.ts';
import { ManagerLog } from './manager-log.ts';
import { askToKeep, restartAndAsk, toItsEnd, written } from './run-apply.ts';
import { StepFailed } from './step-failed.ts';
import { undoApply } from './undo-apply.ts';
import { recordWritten } from './write-file.ts';

/** Brings the job to its end. Never rejects. */
export async function resumeApply(job: ApplyJob): Promise<void> {
  job.steps.goOnWhateverHappens();
  job.steps.say('Riposte was started again in the middle of this');
  await toItsEnd(job, () => goOn(job));
}

async function goOn(job: ApplyJob): Promise<ApplyOutcome> {
  const { steps, record } = job;
  if (steps.hasBegun('put-back')) return goOnUndoing(job);
  if (writesFile(job) && !steps.hasBegun('write')) return notWritten(job);
  if (writesFile(job) && steps.stateOf('write') !== 'done') {
    const end = await settleWrite(job);
    if (end) return end;
  }
  if (!record.restart) return written;
  if (steps.stateOf('confirm') === 'done') return askToKeep(job, null);
  if (steps.hasBegun('confirm')) return askOn(job);
  // A restart writes nothing: asking for it once more is what was wanted.
  if (!writesFile(job)) return restartAndAsk(job);
  throw interrupted();
}

/** A step that was running is told as what it is; the page shows it behind what follows. */
function notWritten({ steps }: ApplyJob): ApplyOutcome {
  steps.skipRest();
  return {
    result: 'not-written',
    message: 'Riposte stopped before it wrote anything.',
    hint: 'The manager was not touched, and your draft is kept. Review it and apply again.',
    lines: [],
    managerUp: null,
  };
}

/** Was it written or not? An end for the job, or null when it goes on as written. */
async function settleWrite(job: ApplyJob): Promise<ApplyOutcome | null> {
  const { steps } = job;
  steps.resume('write');
  const { disk } = await lookAtDisk(job, true);
  if (disk === 'untouched') {
    steps.failCurrent('Riposte stopped here');
    // It may have been written, and taken out of the draft, before somebody put the file back.
    steps.tell(() => unsettleDraft(job.database, job.record));
    return notWritten(job);
  }
  if (disk !== 'new') throw interrupted();
  recordWritten(job, 'Written; Riposte stopped right after it');
  return null;
}

/** The time to keep it went on while nobody was there. */
async function askOn(job: ApplyJob): Promise<ApplyOutcome> {
  const log = await ManagerLog.follow(job);
  try {
    return await askToKeep(job, log);
  } finally {
    await log.stop();
  }
}

async function goOnUndoing(job: ApplyJob): Promise<ApplyOutcome> {
  const { reason } = job.record;
  const outcome = reason ?? interrupted().outcome;
  return undoApply(job, { reason: { ...outcome, result: 'failed' }, why: outcome.why ?? 'interrupted' });
}

function interrupted(): StepFailed {
  const message = 'Riposte stopped in the middle of this apply.';
  return new StepFailed({ result: 'failed', message, hint: '', lines: [], managerUp: null }, 'interrupted');
}
