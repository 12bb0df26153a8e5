/*
 * Owns what happens in the sandbox's world: everyday events and attacks, as templates.
 * Does not know when they happen or what they set off.
 */
import type { SandboxEvent } from './alert-shape.ts';
import { type SandboxAgent, sandboxAgents } from './sandbox-agents.ts';
import type { Random } from './seeded-random.ts';

type Choice<T> = readonly [T, ...T[]];
/** Everything of an event but its time. */
export type EventTemplate = Omit<SandboxEvent, 'at'>;

export const attackers: Choice<string> = [
  '203.0.113.7',
  '198.51.100.23',
  '203.0.113.88',
  '192.0.2.61',
  '198.51.100.140',
];
const users: Choice<string> = ['root', 'admin', 'deploy', 'oracle', 'git'];
const people: Choice<string> = ['marta', 'jonas', 'aylin'];
const pages: Choice<string> = ['/wp-login.php', '/.env', '/admin.php', '/backup.zip', '/phpmyadmin/'];
const files: Choice<string> = ['/etc/ssh/sshd_config', '/etc/passwd', '/srv/shop/index.php', '/etc/cron.d/backup'];

/** The agents whose system is of one of these platforms, or the first agent. */
export function agentsOf(...platforms: string[]): Choice<SandboxAgent> {
  const found = sandboxAgents.filter(({ system }) => system && platforms.includes(system[0]));
  return found as unknown as Choice<SandboxAgent>;
}

/** Covered by the white list of the default configuration: nothing runs for it. */
export const isListed = ({ data }: Pick<SandboxEvent, 'data'>): boolean => String(data?.srcip).startsWith('10.20.9.');

export const linuxAgents = agentsOf('ubuntu', 'debian', 'rocky');
export const windowsAgents = agentsOf('windows');

/** The agent of that name. */
export const agentNamed = (name: string): SandboxAgent =>
  sandboxAgents.find((agent) => agent.name === name) ?? linuxAgents[0];

export function sshEvent(ruleId: string, agent: SandboxAgent, srcip: string, random: Random): EventTemplate {
  const user = ruleId === '5715' ? random.pick(people) : random.pick(users);
  const words = ruleId === '5715' ? 'Accepted publickey' : 'Failed password';
  const port = String(20_000 + random.below(40_000));
  return {
    ruleId,
    agent,
    data: { srcip, srcport: port, dstuser: user },
    fullLog: `${agent.name} sshd[${1000 + random.below(30_000)}]: ${words} for ${user} from ${srcip} port ${port} ssh2`,
    location: '/var/log/auth.log',
    decoder: { parent: 'sshd', name: 'sshd' },
  };
}

export function webEvent(ruleId: string, agent: SandboxAgent, srcip: string, random: Random): EventTemplate {
  const url = ruleId.endsWith('3') || ruleId.endsWith('2') ? '/shop?id=1%20union%20select%201' : random.pick(pages);
  return {
    ruleId,
    agent,
    data: { protocol: 'GET', srcip, id: '404', url },
    fullLog: `${srcip} - - "GET ${url} HTTP/1.1" 404 162 "-" "Mozilla/5.0"`,
    location: '/var/log/apache2/access.log',
    decoder: { name: 'web-accesslog' },
  };
}

export function windowsEvent(ruleId: string, agent: SandboxAgent, ipAddress: string, random: Random): EventTemplate {
  const eventID = ruleId === '60106' ? '4624' : '4625';
  const user = random.pick(people);
  const system = {
    providerName: 'Microsoft-Windows-Security-Auditing',
    eventID,
    channel: 'Security',
    computer: agent.name,
  };
  const eventdata = { targetUserName: user, logonType: '3', ipAddress, ipPort: String(49_152 + random.below(9000)) };
  const decoder = { name: 'windows_eventchannel' };
  return { ruleId, agent, data: { win: { system, eventdata } }, location: 'EventChannel', decoder };
}

export function fileEvent(ruleId: string, agent: SandboxAgent | null, random: Random): EventTemplate {
  const path = random.pick(files);
  const event = { '550': 'modified', '553': 'deleted', '554': 'added' }[ruleId];
  return {
    ruleId,
    agent,
    syscheck: { path, mode: 'scheduled', size_after: String(200 + random.below(4000)), uname_after: 'root', event },
    fullLog: `File '${path}' ${event}\nMode: scheduled\n`,
    location: 'syscheck',
    decoder: { name: event === 'added' ? 'syscheck_new_entry' : 'syscheck_integrity_changed' },
  };
}

export function sudoEvent(agent: SandboxAgent, random: Random): EventTemplate {
  const user = random.pick(people);
  return {
    ruleId: '5402',
    agent,
    data: { srcuser: user, dstuser: 'root', command: '/usr/bin/apt' },
    fullLog: `${agent.name} sudo: ${user} : USER=root ; COMMAND=/usr/bin/apt`,
    location: '/var/log/auth.log',
    decoder: { parent: 'sudo', name: 'sudo' },
  };
}

export function agentEvent(ruleId: '503' | '504', agent: SandboxAgent): EventTemplate {
  const words = ruleId === '503' ? 'started' : 'disconnected';
  const fullLog = `ossec: Agent ${words}: '${agent.name}->${agent.ip}'.`;
  return { ruleId, agent, fullLog, location: 'wazuh-remoted', decoder: { parent: 'ossec', name: 'ossec' } };
}
