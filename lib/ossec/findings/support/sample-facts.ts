/* Facts for tests: sound ones, so that a test names only what it is about. */
import type { AgentFacts, CommandFacts, Facts, ResponseFacts, RuleFacts } from '../finding.ts';

export const command = (change: Partial<CommandFacts> = {}): CommandFacts => ({
  name: 'firewall-drop',
  executable: 'firewall-drop',
  extraArgs: null,
  timeoutAllowed: true,
  shadowed: false,
  line: 10,
  ...change,
});

export const response = (change: Partial<ResponseFacts> = {}): ResponseFacts => ({
  command: 'firewall-drop',
  location: 'local',
  agentId: null,
  level: null,
  rulesGroup: null,
  rulesId: '5763',
  timeout: '600',
  repeatedOffenders: null,
  off: false,
  line: 20,
  ...change,
});

export const agent = (id: string, change: Partial<AgentFacts> = {}): AgentFacts => ({
  id,
  name: `web${id}`,
  system: 'linux',
  connection: 'active',
  ...change,
});

export const RULES: readonly RuleFacts[] = [
  { id: 503, level: 3, groups: 'ossec,' },
  { id: 550, level: 7, groups: 'ossec,syscheck,' },
  { id: 651, level: 3, groups: 'ossec,active_response,' },
  { id: 999, level: 12, groups: 'x,', noAr: true },
  { id: 5700, level: 0, groups: 'syslog,sshd,' },
  { id: 5710, level: 5, groups: 'syslog,sshd,authentication_failed,' },
  { id: 5763, level: 10, groups: 'syslog,sshd,authentication_failures,' },
  { id: 31103, level: 7, groups: 'web,attack,' },
  { id: 31104, level: 7, groups: 'web,automatic_attack,' },
  { id: 60122, level: 5, groups: 'windows,windows_security,authentication_failed,' },
  { id: 91000, level: 5, groups: 'azure,ms-graph' },
  { id: 91001, level: 5, groups: 'ms-graph,azure,' },
];

/** One sound command and one sound response, unless told otherwise. */
export const facts = (change: Partial<Facts> = {}): Facts => ({
  commands: [command()],
  responses: [response()],
  agents: null,
  scripts: null,
  rules: null,
  whiteList: [{ address: '127.0.0.1', line: 5 }],
  ...change,
});
