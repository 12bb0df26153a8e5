/*
 * Restart and proof: wait for whoever else restarts, run the restart program to its own exit, see every required daemon up
 * with a start newer than the request and still up a little later, and the responses of the file loaded. A status ping alone
 * proves nothing (USERS-AND-PEERS M27). Reports to whoever watches; knows no step.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../../log/log.ts';
import { checkConfig } from '../../ossec/index.ts';
import type { DaemonLight } from '../../view/apply.ts';
import type { ApplyJob } from './apply-job.ts';
import { type Before, beforeRestart, lightsOf } from './daemon-lights.ts';
import type { ManagerLog } from './manager-log.ts';
import { failure } from './restart-failure.ts';
import { StepFailed } from './step-failed.ts';
import { waitForOthers } from './wait-for-others.ts';

const LIGHTS_EVERY_MS = 300;
const REFUSED = 'The manager refused to restart.';

/** A restart under way. */
export type Restart = {
  job: ApplyJob;
  log: ManagerLog;
  before: Before;
  /** The version that the manager is about to read. */
  sha256: string;
  show(text: string, daemons?: DaemonLight[]): void;
};

type Plan = Pick<Restart, 'job' | 'log' | 'sha256' | 'show'>;

/** Runs the restart program; comes back when it has ended well. Throws StepFailed. */
export async function runRestart(plan: Plan): Promise<Restart> {
  const { job } = plan;
  await waitForOthers(plan);
  await seeFile(plan);
  const restart = { ...plan, before: beforeRestart(await job.manager.loadDaemons()) };
  const { restartCommand } = await job.manager.identify();
  job.steps.say(restartCommand ?? 'restart');
  const stopLights = showLights(restart);
  const { problem, output } = await listen(job).finally(stopLights);
  if (problem === null) return restart;
  for (const line of output.slice(-20)) job.steps.say(line);
  const { outcome } = await failure(restart, problem, output.slice(-3));
  throw new StepFailed(outcome, 'failed', problem === REFUSED);
}

/** The file that the manager is about to read has to be the one of this apply. */
async function seeFile({ job, sha256 }: Plan): Promise<void> {
  const loaded = await job.manager.loadConfig();
  if (loaded.ok && loaded.value.sha256 === sha256) return;
  const words = { lines: [], managerUp: null, hint: 'The manager was not asked to restart. Look at the file first.' };
  if (!loaded.ok) throw new StepFailed({ result: 'failed', message: loaded.failure.message, ...words });
  const message = 'ossec.conf was changed by somebody else just before the restart.';
  throw new StepFailed({ result: 'superseded', message, ...words });
}

async function listen({ manager }: ApplyJob): Promise<{ problem: string | null; output: string[] }> {
  const output: string[] = [];
  let problem: string | null = null;
  for await (const event of manager.restart()) {
    if (event.kind === 'output') output.push(event.line);
    else if (event.timedOut) problem = 'The restart did not end in time.';
    else if (event.code !== 0) problem = REFUSED;
  }
  return { problem, output };
}

/** Keeps the daemons' lights up to date until the answer is called. They are for the eye: their failure fails nothing. */
function showLights({ job, before, show }: Restart): () => Promise<void> {
  const stopper = new AbortController();
  const loop = async () => {
    while (!stopper.signal.aborted) {
      const lights = lightsOf(await job.manager.loadDaemons(), before);
      if (!stopper.signal.aborted) show('Stopping and starting its daemons', lights);
      await sleep(LIGHTS_EVERY_MS, undefined, { signal: stopper.signal }).catch(() => {});
    }
  };
  const done = loop().catch((thrown) => {
    log('warn', 'daemons-not-watched', { apply: job.id, message: `cannot watch the daemons: ${String(thrown)}` });
  });
  return () => {
    stopper.abort();
    return done;
  };
}

/** How many responses the version has, in words. */
export function countResponses(bytes: Uint8Array): string {
  const { length } = checkConfig(bytes).responses;
  return `${length} ${length === 1 ? 'response' : 'responses'}`;
}
