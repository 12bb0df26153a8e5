/*
 * Restart and proof: the restart program's own exit, every required daemon up with a start newer than the request, still up
 * a little later, and ar.conf saying what the file says. A status ping alone proves nothing (USERS-AND-PEERS M27).
 */
import type { Daemon } from '../../manager/manager.ts';
import { checkConfig } from '../../ossec/index.ts';
import { type ApplyOutcome, addLog, type DaemonLight } from './apply-record.ts';
import { ManagerLog } from './manager-log.ts';
import { analysisdOf, recordStart } from './manager-starts.ts';
import type { ApplyJob } from './run-apply.ts';
import { StepFailed } from './step-failed.ts';
import type { StepLog } from './step-log.ts';

/** The fixed lines that analysisd writes above a file's own (dialect §1). */
export const AR_CONF_FIXED =
  'restart-ossec0 - restart-ossec.sh - 0\nrestart-ossec0 - restart-ossec.cmd - 0\n' +
  'restart-wazuh0 - restart-ossec.sh - 0\nrestart-wazuh0 - restart-ossec.cmd - 0\n' +
  'restart-wazuh0 - restart-wazuh - 0\nrestart-wazuh0 - restart-wazuh.exe - 0\n';

const POLL_MS = 300;
const DAEMONS_UP_WITHIN_MS = 90_000;
/** Process start times are exact to a clock tick only. */
const START_TOLERANCE_MS = 1500;

const watchMs = (): number => Number(process.env.RIPOSTE_WATCH_SECONDS ?? 5) * 1000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const shortName = (name: string) => name.replace(/^(wazuh|ossec)-/, '');

export async function restartManager(job: ApplyJob, steps: StepLog): Promise<ApplyOutcome> {
  const { manager } = job;
  const log = await ManagerLog.follow(job);
  try {
    const requestedAt = Date.now();
    await runRestart(job, steps, requestedAt, log);
    await seeDaemonsUp(job, steps, requestedAt, log);
    await seeResponsesLoaded(job, steps, log);
    const daemons = await manager.loadDaemons();
    const startedAt = analysisdOf(daemons)?.startedAt;
    const file = await manager.loadConfig();
    if (startedAt && file.ok) recordStart(job.database, startedAt, file.value.sha256);
    const message = job.bytes ? 'The manager is running with the new configuration.' : 'The manager is running again.';
    return { result: 'running', message, hint: '', lines: [], managerUp: true };
  } finally {
    await log.stop();
  }
}

/** Which daemons are up since the request, for the lights on the page. */
function lightsOf(daemons: readonly Daemon[], requestedAt: number): DaemonLight[] {
  return daemons
    .filter(({ required }) => required)
    .map(({ name, running, startedAt }) => {
      const isNew = running && (startedAt ?? 0) >= requestedAt - START_TOLERANCE_MS;
      return { name: shortName(name), state: isNew ? 'up' : running ? 'starting' : 'down' };
    });
}

async function runRestart(job: ApplyJob, steps: StepLog, requestedAt: number, log: ManagerLog): Promise<void> {
  const { manager, database, id } = job;
  const { restartCommand } = await manager.identify();
  steps.start('restart', 'Asking the manager to restart');
  addLog(database, id, 'riposte', restartCommand ?? 'restart');
  let isRunning = true;
  const lights = (async () => {
    while (isRunning) {
      steps.update('Stopping and starting its daemons', lightsOf(await manager.loadDaemons(), requestedAt));
      await pause(POLL_MS);
    }
  })();
  const output: string[] = [];
  let problem: string | null = null;
  for await (const event of manager.restart()) {
    if (event.kind === 'output') output.push(event.line);
    else if (event.timedOut) problem = 'The restart did not end in time.';
    else if (event.code !== 0) problem = 'The manager refused to restart.';
  }
  isRunning = false;
  await lights;
  if (problem === null) {
    steps.finish(`Done in ${((Date.now() - requestedAt) / 1000).toFixed(1)} s`);
    return;
  }
  for (const line of output.slice(-20)) addLog(database, id, 'riposte', line);
  throw await failure(job, log, problem, requestedAt, output.slice(-3));
}

async function seeDaemonsUp(job: ApplyJob, steps: StepLog, requestedAt: number, log: ManagerLog): Promise<void> {
  steps.start('daemons', 'Waiting for every daemon');
  const deadline = Date.now() + DAEMONS_UP_WITHIN_MS;
  let upSince: number | null = null;
  for (;;) {
    const lights = lightsOf(await job.manager.loadDaemons(), requestedAt);
    const missing = lights.filter(({ state }) => state !== 'up').map(({ name }) => name);
    steps.update(
      missing.length === 0 ? 'All up. Watching that they stay up' : `Waiting for ${missing.join(', ')}`,
      lights,
    );
    if (missing.length > 0 && upSince !== null) {
      throw await failure(job, log, `${missing.join(', ')} stopped right after the start.`, requestedAt);
    }
    if (missing.length === 0) upSince ??= Date.now();
    if (upSince !== null && Date.now() - upSince >= watchMs()) {
      steps.finish(`${lights.length} of ${lights.length} up, none stopped in ${watchMs() / 1000} s`);
      return;
    }
    if (Date.now() > deadline || (missing.length > 0 && log.sawCritical())) {
      throw await failure(job, log, `${missing.join(', ')} did not start.`, requestedAt);
    }
    await pause(POLL_MS);
  }
}

/** analysisd rewrites ar.conf at each start: it must list what the file says, no more and no less. */
async function seeResponsesLoaded(job: ApplyJob, steps: StepLog, log: ManagerLog): Promise<void> {
  steps.start('loaded', 'Reading etc/shared/ar.conf');
  const file = await job.manager.loadConfig();
  const arConf = await job.manager.loadArConf();
  if (!file.ok) throw await failure(job, log, file.failure.message, Date.now());
  const { arConf: expected, responses } = checkConfig(file.value.bytes);
  if (arConf === null) {
    steps.finish('ar.conf cannot be read here: not proved');
    return;
  }
  if (arConf !== AR_CONF_FIXED + expected && !arConf.endsWith(expected)) {
    throw await failure(
      job,
      log,
      'The manager started, but ar.conf does not list the responses of this file.',
      Date.now(),
    );
  }
  steps.finish(`${responses.length} ${responses.length === 1 ? 'response' : 'responses'} in ar.conf, as planned`);
}

async function failure(
  job: ApplyJob,
  log: ManagerLog,
  message: string,
  requestedAt: number,
  output: string[] = [],
): Promise<StepFailed> {
  await log.settle();
  const daemons = await job.manager.loadDaemons();
  const analysisd = analysisdOf(daemons);
  const isOld = analysisd?.running === true && (analysisd.startedAt ?? 0) < requestedAt - START_TOLERANCE_MS;
  const down = daemons.filter((daemon) => daemon.required && !daemon.running).map(({ name }) => shortName(name));
  const hint = isOld
    ? 'The manager still runs the previous configuration. Put the previous file back, so that the next restart is safe.'
    : down.length > 0
      ? `Not running: ${down.join(', ')}. Put the previous file back and restart.`
      : 'The manager is up. Look at its log before you go on.';
  const said = log.problems();
  return new StepFailed({
    result: 'failed',
    message,
    hint,
    lines: said.length > 0 ? said : output,
    managerUp: down.length === 0,
  });
}
