/*
 * Owns what the responses of the sandbox's default configuration do about an event: which scripts run, where, for how long,
 * and what they report (wazuh-facts §3, §9.2). Some never report, on purpose: something for the activity page to find.
 */
import { type Alert, type SandboxEvent, stringifyScalars } from './alert-shape.ts';
import { type SandboxAgent, sandboxAgents } from './sandbox-agents.ts';

/** A script that runs; `agent` null is the manager itself. */
export type Run = { script: string; agent: SandboxAgent | null; timeoutSeconds: number };

/** Its firewall-drop is missing: what is sent there is never reported. */
const WITHOUT_FIREWALL = 'shop-db';

const platformOf = (agent: SandboxAgent | null) => (agent ? agent.system?.[0] : 'debian');
const blockers = sandboxAgents.filter(
  (agent) => agent.connection === 'active' && platformOf(agent) !== 'windows' && agent.name !== WITHOUT_FIREWALL,
);

/** What the default configuration runs for an event of that rule and level, as far as it is ever reported. */
export function runsFor({ ruleId, agent }: Pick<SandboxEvent, 'ruleId' | 'agent'>, level: number): Run[] {
  const isWindows = platformOf(agent) === 'windows';
  const runs: Run[] = [];
  if (level >= 7 && !isWindows) runs.push({ script: 'host-deny', agent, timeoutSeconds: 600 });
  if (/^3115[123]$/.test(ruleId))
    runs.push(...blockers.map((each) => ({ script: 'firewall-drop', agent: each, timeoutSeconds: 86_400 })));
  if (ruleId === '40112') runs.push({ script: 'disable-account', agent, timeoutSeconds: 3600 });
  if (ruleId === '60204') runs.push({ script: 'route-null.exe', agent, timeoutSeconds: 900 });
  if (level >= 12) runs.push({ script: 'slack-notify.py', agent: null, timeoutSeconds: 0 });
  // On the manager itself yara.sh is not executable.
  if (/^55[04]$/.test(ruleId) && agent) runs.push({ script: 'yara.sh', agent, timeoutSeconds: 0 });
  return runs;
}

const NEED_ADDRESS = ['host-deny', 'firewall-drop'];

/** It asks before it blocks, and is run again to undo. */
export const isStateful = (script: string): boolean => [...NEED_ADDRESS, 'disable-account'].includes(script);

/** Such a script gives up on an alert without an address, and undoes nothing. */
export const givesUp = (script: string, data: Record<string, unknown> | undefined): boolean =>
  NEED_ADDRESS.includes(script) && typeof data?.srcip !== 'string';

const reportRules: Record<string, [add: string, undo: string]> = {
  'firewall-drop': ['651', '652'],
  'host-deny': ['653', '654'],
  'route-null.exe': ['655', '656'],
};

type Report = {
  run: Pick<Run, 'script' | 'agent'>;
  command: 'add' | 'delete';
  /** The alert as the script got it: a call by hand carries nothing but its data. */
  cause: Alert | Pick<Alert, 'data'>;
  at: number;
};

/** What the script wrote of its run, as the alert of the rules 651 to 657 that it becomes. */
export function reportEvent({ run: { script, agent }, command, cause, at }: Report): SandboxEvent {
  const program = `active-response/bin/${script}`;
  const origin = { name: 'node01', module: 'wazuh-execd' };
  const message = { version: 1, origin, command, parameters: { extra_args: [], alert: cause, program } };
  const [add, undo] = reportRules[script] ?? ['657', '657'];
  const time = new Date(at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
  return {
    at,
    ruleId: command === 'add' ? add : undo,
    agent,
    data: stringifyScalars(message) as Record<string, unknown>,
    fullLog: `${time} ${program}: ${JSON.stringify(message)}`,
    location: '/var/ossec/logs/active-responses.log',
    decoder: { parent: 'ar_log_json', name: 'ar_log_json' },
  };
}
