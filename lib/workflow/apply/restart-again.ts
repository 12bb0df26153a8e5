/*
 * The restart of the way back: the manager with the previous file, proved as the restart before it was. One step of the page.
 */
import type { DaemonLight } from '../../view/apply.ts';
import type { ApplyJob } from './apply-job.ts';
import { ManagerLog } from './manager-log.ts';
import { type Restart, runRestart } from './restart-manager.ts';
import { seeDaemonsUp } from './see-daemons-up.ts';
import { seeResponsesLoaded } from './see-responses-loaded.ts';

/** Words for the proof. Throws StepFailed. */
export async function runRestartAgain(job: ApplyJob): Promise<string> {
  const { steps, record } = job;
  steps.start('restart-again', 'Asking the manager to restart');
  const show = (text: string, daemons: DaemonLight[] = []) => steps.update(text, { daemons });
  const log = await ManagerLog.follow(job);
  try {
    const restart: Restart = await runRestart({ job, log, sha256: record.backSha256 ?? record.baseSha256, show });
    const up = await seeDaemonsUp(restart);
    const loaded = await seeResponsesLoaded(restart);
    steps.finish(`${up}. ${loaded}`);
    return 'The manager runs it again.';
  } finally {
    await log.stop();
  }
}
