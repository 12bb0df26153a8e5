/*
 * Owns the stand-in for bin/wazuh-control: `control.ts <sandbox> [-j] start|stop|restart|status|info [-v]`, answering as
 * the real one does (wazuh-facts §6.1). Tests the configuration first and keeps the old daemons when it is refused.
 */

import { listDaemonNames } from '../manager/local/daemon-names.ts';
import { findProcess } from './control/daemon-processes.ts';
import { openManagerLog } from './control/manager-log.ts';
import { startDaemons } from './control/start-daemons.ts';
import { withStartLock } from './control/start-lock.ts';
import { stopDaemons } from './control/stop-daemons.ts';
import { testConfig } from './control/test-config.ts';
import { readSettings } from './sandbox-settings.ts';
import { sandboxVersion } from './sandbox-version.ts';

type Call = { directory: string; json: boolean };

const daemons = listDaemonNames('wazuh').map(({ name }) => name);

async function main(): Promise<number> {
  const [directory = '', ...rest] = process.argv.slice(2);
  const call = { directory, json: rest.includes('-j') };
  const [verb, option] = rest.filter((word) => word !== '-j');
  if (verb === 'info') return info(call, option);
  const work = {
    start: () => start(call, false),
    restart: () => start(call, true),
    stop: () => stop(call),
    status: () => status(call),
  };
  const chosen = work[verb as keyof typeof work];
  if (!chosen) {
    console.log('\nUsage: wazuh-control [-j] {start|stop|restart|status|info [-v|-r|-t]}');
    return 1;
  }
  const code = await withStartLock(directory, chosen);
  if (code !== 'locked') return code;
  console.log('ERROR: Another instance is locking this process.');
  return 1;
}

async function start({ directory, json }: Call, restart: boolean): Promise<number> {
  const settings = readSettings(directory);
  // A first start is shortened: nobody looks at it. A restart takes its time, so that watching it means something.
  const log = openManagerLog(directory, settings.fast ? 0 : restart ? 1 : 0.1);
  const say = (line: string) => (json ? undefined : console.log(line));
  const { verdict, refusedBy } = testConfig(directory, log, (line) => console.error(line));
  if (refusedBy) {
    const words = `${refusedBy}: Configuration error.`;
    console.log(json ? JSON.stringify({ error: 20, message: words }) : `${words} Exiting`);
    return 1;
  }
  await log.wait(300);
  if (restart) {
    await stopDaemons(directory, daemons, log, say);
    say(`Wazuh ${sandboxVersion} Stopped`);
  }
  say(`Starting Wazuh ${sandboxVersion}...`);
  await startDaemons({ directory, verdict, settings, log, say }, daemons);
  await log.wait(300);
  say('Completed.');
  if (json) await sayStates(directory);
  return 0;
}

async function stop({ directory, json }: Call): Promise<number> {
  const log = openManagerLog(directory, 0);
  await stopDaemons(directory, daemons, log, (line) => (json ? undefined : console.log(line)));
  if (json) await sayStates(directory);
  else console.log(`Wazuh ${sandboxVersion} Stopped`);
  return 0;
}

/** Exit code 1 when any daemon is stopped: also for a healthy default manager. */
async function status({ directory, json }: Call): Promise<number> {
  if (json) return sayStates(directory);
  const states = await loadStates(directory);
  for (const { daemon, status } of states)
    console.log(`${daemon} ${status === 'running' ? 'is running' : 'not running'}...`);
  return states.every(({ status }) => status === 'running') ? 0 : 1;
}

async function sayStates(directory: string): Promise<number> {
  const data = await loadStates(directory);
  process.stdout.write(JSON.stringify({ error: 0, data }));
  return data.every(({ status }) => status === 'running') ? 0 : 1;
}

function loadStates(directory: string): Promise<{ daemon: string; status: 'running' | 'stopped' }[]> {
  return Promise.all(
    daemons.map(async (daemon) => ({ daemon, status: (await findProcess(directory, daemon)) ? 'running' : 'stopped' })),
  );
}

function info({ json }: Call, option?: string): number {
  const facts = { WAZUH_VERSION: sandboxVersion, WAZUH_REVISION: 'sandbox', WAZUH_TYPE: 'server' };
  const asked = { '-v': facts.WAZUH_VERSION, '-r': facts.WAZUH_REVISION, '-t': facts.WAZUH_TYPE }[option ?? ''];
  const entries = Object.entries(facts);
  if (asked) console.log(asked);
  else if (json)
    process.stdout.write(JSON.stringify({ error: 0, data: entries.map(([key, value]) => ({ [key]: value })) }));
  else for (const [key, value] of entries) console.log(`${key}="${value}"`);
  return 0;
}

process.exitCode = await main();
