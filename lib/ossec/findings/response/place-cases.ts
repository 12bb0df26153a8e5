/* For tests: facts about where a response runs, and what each check must say about them (run by ../checks.test.ts). */
import type { Check, CommandFacts, Facts, ResponseFacts } from '../finding.ts';
import type { Row } from '../support/check-table.ts';
import { agent, command, facts, response } from '../support/sample-facts.ts';
import { agentDisconnected } from './agent-disconnected.ts';
import { agentIdIgnored } from './agent-id-ignored.ts';
import { allAgents } from './all-agents.ts';
import { executableWrongSystem } from './executable-wrong-system.ts';
import { invalidAgentId } from './invalid-agent-id.ts';
import { invalidLocation } from './invalid-location.ts';
import { unknownAgent } from './unknown-agent.ts';

export const placeCases = new Map<Check, Row[]>();
const of = (change: Partial<ResponseFacts>, more: Partial<Facts> = {}) =>
  facts({ responses: [response(change)], ...more });
const by = (change: Partial<CommandFacts>, with_: Partial<ResponseFacts> = {}, more: Partial<Facts> = {}) =>
  facts({ commands: [command(change)], responses: [response(with_)], ...more });
const one = (agentId: string | null, more: Partial<Facts> = {}) => of({ location: 'defined-agent', agentId }, more);
const agents = [
  agent('001'),
  agent('002', { connection: 'never_connected' }),
  agent('003', { connection: 'disconnected' }),
];
const mixed = [agent('001'), agent('002', { system: 'windows' })];
const many = Array.from({ length: 11 }, (_, at) => agent(String(at + 1).padStart(3, '0')));
placeCases.set(invalidLocation, [
  ['unknown', of({ location: 'manager' }), 'blocker: manager is not a location'],
  ['several', of({ location: 'local,server' }), 'error: local,server names several places'],
  ['by accident', of({ location: 'localhost' }), 'error: localhost counts as local'],
  ['hidden server', of({ location: 'last' }), 'error: last counts as server'],
  ['upper case', of({ location: 'LOCAL' }), 'warning: LOCAL is not written as local'],
  ['synonym', of({ location: 'AS' }), 'note: AS is an old word for server'],
  ['blanks', of({ location: '\n local ' }), 'note: Blanks stand around local'],
  ['exact', of({ location: 'defined-agent' }), null],
]);
placeCases.set(invalidAgentId, [
  ['missing', one(null), 'blocker: No agent is named'],
  ['the manager', one('000'), 'error: Agent 000 is the manager'],
  ['a name', one('web01'), 'error: web01 is not an agent ID'],
  ['negative', one('-1'), 'error: -1 is not an agent ID'],
  ['list', one('001,002'), 'error: Only agent 001 is read'],
  ['one', one(' 002\n'), null],
]);
placeCases.set(unknownAgent, [
  ['unknown', one('099', { agents }), 'error: There is no agent 099'],
  ['never there', one('002', { agents }), 'error: Agent 002 (web002) has never connected'],
  ['known', one('001', { agents }), null],
  ['agents not known', one('099'), null],
  ['other location', of({ agentId: '099' }, { agents }), null],
]);
placeCases.set(agentDisconnected, [
  ['disconnected', one('003', { agents }), 'warning: Agent 003 (web003) is disconnected'],
  ['connected', one('001', { agents }), null],
]);
placeCases.set(agentIdIgnored, [
  ['with local', of({ agentId: '001' }), 'warning: agent_id 001 has no effect'],
  ['with defined-agent', one('001'), null],
]);
placeCases.set(executableWrongSystem, [
  [
    'Windows program on the manager',
    by({ executable: 'netsh.exe' }, { location: 'server' }),
    'warning: netsh.exe does not run on the manager',
  ],
  [
    'script on a Windows agent',
    by({ executable: 'x.sh' }, { location: 'defined-agent', agentId: '002' }, { agents: mixed }),
    'warning: x.sh does not run on agent 002 (web002)',
  ],
  [
    'no agent for it',
    by({ executable: 'netsh.exe' }, {}, { agents: [agent('001')] }),
    'warning: No agent can run netsh.exe',
  ],
  ['one agent for it', by({ executable: 'netsh.exe' }, {}, { agents: mixed }), null],
  ['unknown system', by({ executable: 'netsh.exe' }, {}, { agents: [agent('001', { system: 'unknown' })] }), null],
]);
placeCases.set(allAgents, [
  ['agents not known', of({ location: 'all' }), 'note: It runs on every connected agent'],
  ['many', of({ location: 'all' }, { agents: many }), 'warning: It runs on 11 agents'],
  ['mixed', of({ location: 'all' }, { agents: mixed }), 'warning: 1 agent cannot run firewall-drop'],
  ['few of one system', of({ location: 'all' }, { agents: many.slice(2) }), null],
  ['local', of({}, { agents: many }), null],
]);
