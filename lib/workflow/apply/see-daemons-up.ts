/*
 * Waiting for every required daemon, then watching that none of them stops again: a daemon that dies of its configuration
 * does so within seconds.
 */
import type { Daemon } from '../../manager/manager.ts';
import { lightsOf } from './daemon-lights.ts';
import { failure, type Restart } from './restart-failure.ts';

const POLL_MS = 300;
const UP_WITHIN_MS = 90_000;
const WATCH_SECONDS = 5;

export const pause = (ms = POLL_MS) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** RIPOSTE_WATCH_SECONDS, or 5. */
export function watchSeconds(text = process.env.RIPOSTE_WATCH_SECONDS): number {
  const seconds = text === undefined || text.trim() === '' ? WATCH_SECONDS : Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 600) : WATCH_SECONDS;
}

const pidsOf = (daemons: readonly Daemon[]): string =>
  daemons.flatMap(({ required, name, pid }) => (required ? [`${name} ${pid}`] : [])).join();

export async function seeDaemonsUp(restart: Restart): Promise<void> {
  const { job, steps, log, before } = restart;
  steps.start('daemons', 'Waiting for every daemon');
  // Not the clock of the wall: it may be set meanwhile.
  const startedAt = performance.now();
  let up: { since: number; pids: string } | null = null;
  for (;;) {
    const daemons = await job.manager.loadDaemons();
    const lights = lightsOf(daemons, before);
    const missing = lights.filter(({ state }) => state !== 'up').map(({ name }) => name);
    const words = missing.length === 0 ? 'All up. Watching that they stay up' : `Waiting for ${missing.join(', ')}`;
    steps.update(words, lights);
    if (up && (missing.length > 0 || up.pids !== pidsOf(daemons))) {
      const who = missing.length > 0 ? missing.join(', ') : 'A daemon';
      throw await failure(restart, `${who} stopped right after the start.`);
    }
    if (missing.length === 0) up ??= { since: performance.now(), pids: pidsOf(daemons) };
    if (up && performance.now() - up.since >= watchSeconds() * 1000) {
      steps.finish(`${lights.length} of ${lights.length} up, none stopped in ${watchSeconds()} s`);
      return;
    }
    const isLate = performance.now() - startedAt > UP_WITHIN_MS;
    if (missing.length > 0 && (isLate || log.sawCriticalOf(missing))) {
      throw await failure(restart, `${missing.join(', ')} did not start.`);
    }
    await pause();
  }
}
