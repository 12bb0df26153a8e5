/*
 * Restart and proof: the restart program's own exit, every required daemon up with a start newer than the request, still up
 * a little later, and ar.conf saying what the file says. A status ping alone proves nothing (USERS-AND-PEERS M27).
 */
import type { ConfigFile } from '../../manager/manager.ts';
import { checkConfig } from '../../ossec/index.ts';
import { type ApplyOutcome, addLog } from './apply-record.ts';
import { listsExactly } from './ar-conf.ts';
import { beforeRestart, lightsOf } from './daemon-lights.ts';
import { ManagerLog } from './manager-log.ts';
import { analysisdOf, recordStart } from './manager-starts.ts';
import { failure, type Restart } from './restart-failure.ts';
import type { ApplyJob } from './run-apply.ts';
import { pause, seeDaemonsUp } from './see-daemons-up.ts';
import { StepFailed } from './step-failed.ts';
import type { StepLog } from './step-log.ts';

export async function restartManager(job: ApplyJob, steps: StepLog): Promise<ApplyOutcome> {
  steps.start('restart', 'Asking the manager to restart');
  const { manager } = job;
  const log = await ManagerLog.follow(job);
  try {
    const restart = { job, steps, log, before: beforeRestart(await manager.loadDaemons()) };
    const file = await fileToLoad(job);
    await runRestart(restart);
    await seeDaemonsUp(restart);
    await seeResponsesLoaded(restart, file);
    const message = job.bytes ? 'The manager is running with the new configuration.' : 'The manager is running again.';
    return { result: 'running', message, hint: '', lines: [], managerUp: true };
  } finally {
    await log.stop();
  }
}

/** The file that the manager is about to read. */
async function fileToLoad({ manager, record }: ApplyJob): Promise<ConfigFile> {
  const loaded = await manager.loadConfig();
  if (loaded.ok && loaded.value.sha256 === record.newSha256) return loaded.value;
  throw new StepFailed({
    result: 'failed',
    message: loaded.ok ? 'ossec.conf was changed by somebody else just before the restart.' : loaded.failure.message,
    hint: 'The manager was not asked to restart. Look at the file first.',
    lines: [],
    managerUp: null,
  });
}

async function runRestart(restart: Restart): Promise<void> {
  const { job, steps } = restart;
  const { restartCommand } = await job.manager.identify();
  addLog(job.database, job.id, 'riposte', restartCommand ?? 'restart');
  const startedAt = performance.now();
  const output: string[] = [];
  let problem: string | null = null;
  const stopLights = showLights(restart);
  try {
    for await (const event of job.manager.restart()) {
      if (event.kind === 'output') output.push(event.line);
      else if (event.timedOut) problem = 'The restart did not end in time.';
      else if (event.code !== 0) problem = 'The manager refused to restart.';
    }
  } finally {
    await stopLights();
  }
  if (problem === null) {
    steps.finish(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    return;
  }
  for (const line of output.slice(-20)) addLog(job.database, job.id, 'riposte', line);
  throw await failure(restart, problem, output.slice(-3));
}

/** Keeps the daemons' lights up to date until the answer is called. They are for the eye: their failure fails nothing. */
function showLights({ job, steps, before }: Restart): () => Promise<void> {
  let isOn = true;
  const loop = async () => {
    while (isOn) {
      const lights = lightsOf(await job.manager.loadDaemons(), before);
      if (isOn) steps.update('Stopping and starting its daemons', lights);
      await pause();
    }
  };
  const done = loop().catch((thrown) => {
    process.stderr.write(`riposte: apply ${job.id} cannot watch the daemons: ${String(thrown)}\n`);
  });
  return () => {
    isOn = false;
    return done;
  };
}

/** analysisd rewrites ar.conf at each start: it must list what the file says, no more and no less. */
async function seeResponsesLoaded(restart: Restart, file: ConfigFile): Promise<void> {
  const { job, steps } = restart;
  const { manager, database } = job;
  steps.start('loaded', 'Reading etc/shared/ar.conf');
  const arConf = await manager.loadArConf();
  const now = await manager.loadConfig();
  const isSame = now.ok && now.value.sha256 === file.sha256;
  const { arConf: expected, responses } = checkConfig(file.bytes);
  if (arConf !== null && !listsExactly(arConf, expected)) {
    const words = isSame
      ? 'The manager started, but ar.conf does not list the responses of this file.'
      : 'The manager started, but somebody else changed ossec.conf during the restart.';
    throw await failure(restart, words);
  }
  // A file that was changed meanwhile may be the one that was read: then the times decide.
  const analysisd = analysisdOf(await manager.loadDaemons());
  if (isSame && analysisd) recordStart(database, analysisd, file.sha256);
  const count = `${responses.length} ${responses.length === 1 ? 'response' : 'responses'}`;
  steps.finish(arConf === null ? 'ar.conf cannot be read here: not proved' : `${count} in ar.conf, as planned`);
}
