/*
 * A restart that went wrong, in words: what happened, in which state the manager was left, its own lines that say why.
 */
import { type Before, isNew, shortName } from './daemon-lights.ts';
import type { ManagerLog } from './manager-log.ts';
import { analysisdOf } from './manager-starts.ts';
import type { ApplyJob } from './run-apply.ts';
import { StepFailed } from './step-failed.ts';
import type { StepLog } from './step-log.ts';

/** A restart under way. */
export type Restart = { job: ApplyJob; steps: StepLog; log: ManagerLog; before: Before };

/** What to throw; `output` is shown when the manager's log says nothing. */
export async function failure(
  { job, log, before }: Restart,
  message: string,
  output: string[] = [],
): Promise<StepFailed> {
  await log.settle();
  const daemons = await job.manager.loadDaemons();
  const analysisd = analysisdOf(daemons);
  const isOld = analysisd?.running === true && !isNew(analysisd, before);
  const down = daemons.filter((daemon) => daemon.required && !daemon.running).map(({ name }) => shortName(name));
  const said = log.problems();
  return new StepFailed({
    result: 'failed',
    message,
    hint: job.bytes ? hintAfterWrite(isOld, down) : hintAfterRestart(isOld, down),
    lines: said.length > 0 ? said : output,
    managerUp: down.length === 0,
  });
}

function hintAfterWrite(isOld: boolean, down: string[]): string {
  if (isOld)
    return 'The manager still runs the previous configuration. Put the previous file back, so that the next restart is safe.';
  if (down.length > 0) return `Not running: ${down.join(', ')}. Put the previous file back and restart.`;
  return 'The manager is up. Look at its log before you go on.';
}

function hintAfterRestart(isOld: boolean, down: string[]): string {
  if (down.length > 0) return `Not running: ${down.join(', ')}. Its log says why; then restart again.`;
  return isOld ? 'The manager runs on as before.' : 'The manager is up. Look at its log before you go on.';
}
