/*
 * Owns starting the stand-in daemons: in which order, what each says (wazuh-facts §5.3), and what goes wrong on purpose.
 * Does not test the configuration.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startsAuthd } from '../../manager/local/starts-authd.ts';
import type { Verdict } from '../../ossec/index.ts';
import { hasSocket, type SandboxSettings } from '../sandbox-settings.ts';
import { describeArming, describeRules } from './analysisd-lines.ts';
import { findProcess, type Life, startProcess } from './daemon-processes.ts';
import type { ManagerLog } from './manager-log.ts';
import { prepareAnalysisSocket, waitForAnalysisSocket } from './running-responses.ts';

/** Programs that look into the configuration, find nothing to do and leave. */
const leaveAtOnce: Record<string, string> = {
  'wazuh-csyslogd': 'Remote syslog server not configured. Clean exit.',
  'wazuh-integratord': 'Remote integrations not configured. Clean exit.',
  'wazuh-agentlessd': 'Not configured. Exiting.',
};
const neverStarted = new Set(['wazuh-clusterd', 'wazuh-maild']);

export type StartContext = {
  directory: string;
  verdict: Verdict;
  settings: SandboxSettings;
  log: ManagerLog;
  /** Gets what wazuh-control prints. */
  say(line: string): void;
};

/** Starts what does not run yet, the last of the status order first. */
export async function startDaemons(context: StartContext, daemons: string[]): Promise<void> {
  const { log, say, directory } = context;
  for (const daemon of daemons.toReversed()) {
    if (neverStarted.has(daemon) || (daemon === 'wazuh-authd' && !mayStartAuthd(directory))) continue;
    if (await findProcess(directory, daemon)) say(`${daemon} already running...`);
    else await startDaemon(context, daemon);
    await log.wait(160);
  }
}

const mayStartAuthd = (directory: string) => startsAuthd(readFileSync(join(directory, 'etc/ossec.conf'), 'latin1'));

async function startDaemon(context: StartContext, daemon: string): Promise<void> {
  const { directory, settings, log, say } = context;
  const leaving = leaveAtOnce[daemon];
  if (leaving) {
    log.write(daemon, 'INFO', leaving);
    say(`Started ${daemon}...`);
    return;
  }
  if (daemon === 'wazuh-remoted' && settings.refuseStart) {
    const reason = "(1206): Unable to Bind port '1514' due to [(98)-(Address already in use)]";
    log.write(daemon, 'CRITICAL', reason);
    return say(`Started ${daemon}...`);
  }
  if (daemon === 'wazuh-analysisd') {
    if (settings.hangSeconds > 0) await sleep(settings.hangSeconds * 1000);
    if (settings.withoutAnalysisd) return say(`Started ${daemon}...`);
  }
  await sayBefore(context, daemon);
  const pid = startProcess(directory, daemon, daemon === 'wazuh-analysisd' ? describeLife(context) : {});
  if (daemon !== 'wazuh-apid') {
    const listening = daemon === 'wazuh-remoted' ? ' Listening on port 1514/TCP (secure).' : '';
    log.write(daemon, 'INFO', `Started (pid: ${pid}).${listening}`);
  }
  if (daemon === 'wazuh-analysisd' && hasSocket(settings)) await waitForAnalysisSocket(directory);
  say(`Started ${daemon}...`);
  sayAfter(context, daemon);
}

function describeLife({ directory, settings, verdict }: StartContext): Life {
  return {
    ...(settings.dieAfterSeconds > 0 ? { seconds: settings.dieAfterSeconds } : {}),
    ...(hasSocket(settings) ? { program: prepareAnalysisSocket(directory, verdict.responses) } : {}),
  };
}

async function sayBefore({ directory, verdict, log, settings }: StartContext, daemon: string): Promise<void> {
  if (daemon === 'wazuh-analysisd') {
    for (const text of verdict.infos) log.write(daemon, 'INFO', text);
    for (const text of verdict.warnings) log.write(daemon, 'WARNING', text);
    await log.wait(500);
    const lines = describeRules(directory, verdict, readFileSync(join(directory, 'etc/ossec.conf')));
    for (const text of lines) log.write(daemon, 'INFO', text);
  }
  if (daemon === 'wazuh-logcollector') {
    log.write(daemon, 'INFO', 'Monitoring output of command(360): df -P');
    log.write(daemon, 'INFO', '(9203): Monitoring journal entries.');
    await log.wait(500);
    // analysisd connects to the queues about three seconds after its start: other daemons are starting by then.
    if (!settings.withoutAnalysisd)
      for (const text of describeArming(verdict)) log.write('wazuh-analysisd', 'INFO', text);
  }
}

function sayAfter({ verdict, log }: StartContext, daemon: string): void {
  if (daemon === 'wazuh-authd') log.write(daemon, 'INFO', 'Accepting connections on port 1515. No password required.');
  if (daemon === 'wazuh-remoted') log.write(daemon, 'INFO', '(1410): Reading authentication keys file.');
  if (daemon === 'wazuh-execd' && verdict.execd.disabled)
    log.write(daemon, 'INFO', '(1350): Active response disabled.');
}
