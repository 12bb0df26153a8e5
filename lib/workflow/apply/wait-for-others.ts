/*
 * One restart at a time: while a control program is at work, somebody else's or one of ours that goes on after Riposte was
 * ended, a restart waits for it (var/start-script-lock, wazuh-facts §6.1).
 */
import type { ApplyJob } from './apply-job.ts';
import { secondsFrom } from './seconds-from.ts';
import { pause } from './see-daemons-up.ts';
import { StepFailed } from './step-failed.ts';

const WAIT_SECONDS = 240;

/** Comes back when nobody restarts. Throws StepFailed when somebody never ends. */
export async function waitForOthers({ job, show }: { job: ApplyJob; show(text: string): void }): Promise<void> {
  const startedAt = performance.now();
  const limit = secondsFrom(process.env.RIPOSTE_RESTART_SECONDS, WAIT_SECONDS) * 1000;
  for (;;) {
    const lock = await job.manager.loadControlLock();
    if (!lock) return;
    const who = lock.pid === null ? '' : ` (process ${lock.pid})`;
    show(`Another restart is under way${who}. Waiting for it to end`);
    if (performance.now() - startedAt > limit) {
      throw new StepFailed({
        result: 'failed',
        message: `Another program${who} has held the manager's restart lock for ${Math.round(limit / 1000)} s.`,
        hint: 'See what it does. When it is gone, remove var/start-script-lock and try again.',
        lines: [],
        managerUp: null,
      });
    }
    await pause();
  }
}
