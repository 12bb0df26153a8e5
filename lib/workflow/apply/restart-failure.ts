/*
 * A restart that went wrong, in words: what happened, in which state the manager was left, its own lines that say why.
 */
import { isNew, shortName } from './daemon-lights.ts';
import { analysisdOf } from './manager-starts.ts';
import type { Restart } from './restart-manager.ts';
import { StepFailed } from './step-failed.ts';

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
    hint: hintAfter(isOld, down),
    lines: said.length > 0 ? said : output,
    managerUp: down.length === 0,
  });
}

function hintAfter(isOld: boolean, down: string[]): string {
  if (down.length > 0) return `Not running: ${down.join(', ')}. The log of the manager says why.`;
  return isOld ? 'The manager runs on as before.' : 'The manager is up. Look at its log before you go on.';
}
