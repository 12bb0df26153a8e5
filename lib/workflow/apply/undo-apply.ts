/*
 * The way back: the previous file again, and the manager seen to run it. Never writes over what somebody else wrote meanwhile.
 * When even that fails there is an alarm, with what to do by hand. Every part may be done twice: a former process may have
 * been ended in the middle of it.
 */
import type { ManagerFailure } from '../../manager/manager.ts';
import { isTornWrite } from '../../manager/torn-write.ts';
import { checkConfig } from '../../ossec/index.ts';
import type { ApplyOutcome, RevertReason } from '../../view/apply.ts';
import { unsettleDraft } from '../applied-draft.ts';
import { type ApplyJob, bytesOf } from './apply-job.ts';
import { saveReason } from './apply-record.ts';
import { listsExactly } from './ar-conf.ts';
import { shortName } from './daemon-lights.ts';
import { analysisdOf } from './manager-starts.ts';
import { manualSteps } from './manual-steps.ts';
import { runRestartAgain } from './restart-again.ts';
import { secondsFrom } from './seconds-from.ts';
import { pause } from './see-daemons-up.ts';
import { StepFailed } from './step-failed.ts';

const TRIES = 3;
const RETRY_SECONDS = 1.5;

const retryMs = (): number => secondsFrom(process.env.RIPOSTE_RETRY_SECONDS, RETRY_SECONDS) * 1000;

export type Undo = { reason: ApplyOutcome; why: RevertReason };

/** What the file is when the way back begins. */
export type Disk = 'previous' | 'new' | 'torn' | 'foreign' | 'unreadable';

/** Goes all the way back; answers how it ended. Throws only on a bug. */
export async function undoApply(job: ApplyJob, { reason, why }: Undo): Promise<ApplyOutcome> {
  const { steps, database, id, record } = job;
  steps.goOnWhateverHappens();
  steps.tell(() => saveReason(database, id, { ...reason, why }));
  steps.skipRest();
  const mustRestart = steps.hasBegun('restart') || (await hasReadNew(job));
  const begins = await lookAtDisk(job);
  if (begins === 'previous' && !mustRestart) return { ...reason, result: 'not-written' };
  steps.say(`${reason.message} Putting the previous file back`);
  steps.add('put-back');
  if (mustRestart) steps.add('restart-again');
  try {
    await putBack(job);
    steps.tell(() => unsettleDraft(database, record));
    const words = mustRestart ? await restartSeveralTimes(job) : 'The manager ran on with it all the time.';
    return reverted(reason, why, words);
  } catch (thrown) {
    if (!(thrown instanceof StepFailed)) throw thrown;
    steps.failCurrent(thrown.outcome.message);
    steps.skipRest();
    return await badEnd(job, { reason, why }, thrown.outcome);
  }
}

/** Did a restart that was not ours make the manager read the new file? */
async function hasReadNew(job: ApplyJob): Promise<boolean> {
  const { manager, record } = job;
  const arConf = await manager.loadArConf();
  if (arConf === null) return true;
  const lists = (sha256: string) => listsExactly(arConf, checkConfig(bytesOf(job, sha256)).arConf);
  if (!lists(record.baseSha256)) return true;
  // The same responses: only the start can tell.
  const startedAt = analysisdOf(await manager.loadDaemons())?.startedAt ?? 0;
  return startedAt > (job.steps.startOf('write') ?? record.startedAt);
}

/** What stands in the place of ossec.conf now, as seen from this apply. */
export async function lookAtDisk(job: ApplyJob): Promise<Disk> {
  const { manager, record } = job;
  const now = await manager.loadConfig();
  if (!now.ok) return 'unreadable';
  if (now.value.sha256 === record.baseSha256) return 'previous';
  if (now.value.sha256 === record.newSha256) return 'new';
  const [previous, next] = [bytesOf(job, record.baseSha256), bytesOf(job, record.newSha256)];
  const isTorn = isTornWrite(now.value.bytes, previous, next) || isTornWrite(now.value.bytes, next, previous);
  return isTorn && job.steps.hasBegun('write') ? 'torn' : 'foreign';
}

async function putBack(job: ApplyJob): Promise<void> {
  const { steps } = job;
  steps.start('put-back');
  let words = 'It was still there';
  for (let tries = 1; ; tries++) {
    const disk = await lookAtDisk(job);
    if (disk === 'previous') return steps.finish(words);
    if (disk === 'foreign') throw overtaken();
    words = 'Written and read back';
    const failure = await savePrevious(job);
    if (!failure) continue;
    if (tries >= TRIES) throw new StepFailed({ result: 'failed', ...failure, lines: [], managerUp: null });
    steps.update(`${failure.message} Trying again`);
    await pause(retryMs());
  }
}

/** Why it could not be written; null when it was, or when the file has to be looked at anew. */
async function savePrevious(job: ApplyJob): Promise<Pick<ManagerFailure, 'message' | 'hint'> | null> {
  const now = await job.manager.loadConfig();
  if (!now.ok) return now.failure;
  const bytes = bytesOf(job, job.record.baseSha256);
  const saved = await job.manager.saveConfig({ bytes, expectedSha256: now.value.sha256 });
  if (saved.ok || saved.conflict) return null;
  return { message: saved.failure.message, hint: saved.failure.hint };
}

const overtaken = () =>
  new StepFailed({
    result: 'superseded',
    message: 'Somebody else changed ossec.conf after this apply wrote it.',
    hint: 'Riposte put nothing back over their file. Compare the versions in History.',
    lines: [],
    managerUp: null,
  });

async function restartSeveralTimes(job: ApplyJob): Promise<string> {
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

function reverted(reason: ApplyOutcome, why: RevertReason, words: string): ApplyOutcome {
  const message = `The previous file is back. ${words}`;
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
