/*
 * Waiting for every required daemon, then watching that none of them stops again: a daemon that dies of its configuration
 * does so within seconds.
 */
import type { Daemon } from '../../manager/manager.ts';
import { lightsOf } from './daemon-lights.ts';
import { failure } from './restart-failure.ts';
import type { Restart } from './restart-manager.ts';
import { throwIfRevertAsked } from './revert-asked.ts';
import { secondsFrom } from './seconds-from.ts';

const POLL_MS = 300;
const UP_WITHIN_SECONDS = 90;
const WATCH_SECONDS = 5;

export const pause = (ms = POLL_MS) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** RIPOSTE_WATCH_SECONDS, or 5. */
export const watchSeconds = (text = process.env.RIPOSTE_WATCH_SECONDS): number => secondsFrom(text, WATCH_SECONDS);

const upWithinMs = (): number => secondsFrom(process.env.RIPOSTE_UP_SECONDS, UP_WITHIN_SECONDS) * 1000;

const pidsOf = (daemons: readonly Daemon[]): string =>
  daemons.flatMap(({ required, name, pid }) => (required ? [`${name} ${pid}`] : [])).join();

/** Comes back with words for it when all are up and stay up. Throws StepFailed. */
export async function seeDaemonsUp(restart: Restart): Promise<string> {
  const { job, log, before, show } = restart;
  // Not the clock of the wall: it may be set meanwhile.
  const startedAt = performance.now();
  let up: { since: number; pids: string } | null = null;
  for (;;) {
    throwIfRevertAsked(job);
    const daemons = await job.manager.loadDaemons();
    const lights = lightsOf(daemons, before);
    const missing = lights.filter(({ state }) => state !== 'up').map(({ name }) => name);
    show(missing.length === 0 ? 'All up. Watching that they stay up' : `Waiting for ${missing.join(', ')}`, lights);
    if (up && (missing.length > 0 || up.pids !== pidsOf(daemons))) {
      const who = missing.length > 0 ? missing.join(', ') : 'A daemon';
      throw await failure(restart, `${who} stopped right after the start.`);
    }
    if (missing.length === 0) up ??= { since: performance.now(), pids: pidsOf(daemons) };
    if (up && performance.now() - up.since >= watchSeconds() * 1000) {
      return `${lights.length} of ${lights.length} up, none stopped in ${watchSeconds()} s`;
    }
    const isLate = performance.now() - startedAt > upWithinMs();
    if (missing.length > 0 && (isLate || log.sawCriticalOf(missing))) {
      throw await failure(restart, `${missing.join(', ')} did not start.`);
    }
    await pause();
  }
}
