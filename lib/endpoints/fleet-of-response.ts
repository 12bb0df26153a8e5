/*
 * Which hosts would run a response now, and why the others cannot (wazuh-facts §2.2, §3). Pure: judges what the manager knows
 * of its agents; what lies on an agent it cannot know.
 */
import type { Agent, AgentConnection, AgentSystem } from '../manager/manager.ts';
import type { ResponseFacts, ScriptFacts } from '../ossec/findings/finding.ts';
import { placeOf } from '../ossec/findings/support/place-of.ts';
import { fits } from '../ossec/findings/support/systems-of.ts';
import { toCInt } from '../ossec/model/c-number.ts';
import { isBeforeJson } from './is-before-json.ts';

export const FLEET_STATES = ['runs', 'cannot', 'unknown'] as const;
export type FleetState = (typeof FLEET_STATES)[number];

/** Why not, or why it is not known. What stays comes before what passes. */
export const FLEET_REASONS = [
  'wrong-system',
  'too-old',
  'execd-off',
  'script-missing',
  'script-not-executable',
  'never-connected',
  'disconnected',
  'pending',
  'no-version',
  'system-unknown',
  'connection-unknown',
  'scripts-unknown',
] as const;
export type FleetReason = (typeof FLEET_REASONS)[number];

export type FleetMember = {
  /** "000" is the manager. */
  id: string;
  name: string;
  address: string | null;
  system: AgentSystem;
  systemName: string | null;
  version: string | null;
  state: FleetState;
  /** Null when it runs. */
  reason: FleetReason | null;
};

export type FleetPlace = 'server' | 'all' | 'defined-agent' | 'local';

export type Fleet = {
  /** Null when the response names no place. */
  place: FleetPlace | null;
  /** Those that the response is for: the manager first where it is among them. */
  members: FleetMember[];
  /** The agent that the response names, when the manager does not know it. */
  unregistered: string | null;
};

export type FleetQuestion = {
  response: Pick<ResponseFacts, 'location' | 'agentId'>;
  executable: string;
  agents: readonly Agent[];
  manager: {
    name: string;
    version: string | null;
    /** Of active-response/bin; null when it can't be listed. */
    scripts: readonly ScriptFacts[] | null;
    /** The file switches the manager's own execd off. */
    execdOff: boolean;
  };
};

export const MANAGER_ID = '000';

export function fleetOfResponse(question: FleetQuestion): Fleet {
  const { response, agents, executable } = question;
  const place = onePlace(response.location);
  const member = (agent: Agent) => judgeAgent(agent, executable);
  if (place === null) return { place, members: [], unregistered: null };
  if (place === 'server') return { place, members: [judgeManager(question)], unregistered: null };
  if (place === 'all') return { place, members: agents.map(member), unregistered: null };
  // An event of the manager's own runs it there.
  if (place === 'local') return { place, members: [judgeManager(question), ...agents.map(member)], unregistered: null };
  const number = toCInt(response.agentId ?? '');
  const agent = agents.find(({ id }) => Number(id) === number);
  return {
    place,
    members: agent ? [member(agent)] : [],
    unregistered: agent ? null : String(Math.max(0, number)).padStart(3, '0'),
  };
}

/** Of several words the manager takes one: server, then all, then one agent. */
function onePlace(location: string | null): FleetPlace | null {
  const words = placeOf(location);
  if (words.server) return 'server';
  if (words.all) return 'all';
  if (words.oneAgent) return 'defined-agent';
  return words.local ? 'local' : null;
}

type Verdict = Pick<FleetMember, 'state' | 'reason'>;
const cannot = (reason: FleetReason): Verdict => ({ state: 'cannot', reason });
const unknown = (reason: FleetReason): Verdict => ({ state: 'unknown', reason });
const runs: Verdict = { state: 'runs', reason: null };

function judgeAgent(agent: Agent, executable: string): FleetMember {
  const { id, name, address, system, systemName, version, connection } = agent;
  const verdict = fits(executable, agent) ? judgeConnection({ connection, version, system }) : cannot('wrong-system');
  return { id, name, address, system, systemName, version, ...verdict };
}

const NOT_CONNECTED: Partial<Record<AgentConnection, Verdict>> = {
  never_connected: cannot('never-connected'),
  disconnected: cannot('disconnected'),
  pending: cannot('pending'),
};

function judgeConnection({ connection, version, system }: Pick<Agent, 'connection' | 'version' | 'system'>): Verdict {
  if (version !== null && isBeforeJson(version)) return cannot('too-old');
  const lost = NOT_CONNECTED[connection];
  if (lost) return lost;
  if (connection !== 'active') return unknown('connection-unknown');
  // The manager has to know it to choose the form of the message.
  if (version === null) return cannot('no-version');
  return system === 'unknown' ? unknown('system-unknown') : runs;
}

function judgeManager({ executable, manager }: FleetQuestion): FleetMember {
  const { name, version, scripts, execdOff } = manager;
  const host = { id: MANAGER_ID, name, address: null, system: 'linux', systemName: null, version } as const;
  const script = scripts?.find((one) => one.name === executable);
  const judge = (): Verdict => {
    if (!fits(executable, { ...host, connection: 'active' })) return cannot('wrong-system');
    if (execdOff) return cannot('execd-off');
    if (scripts === null) return unknown('scripts-unknown');
    if (!script) return cannot('script-missing');
    return script.executable ? runs : cannot('script-not-executable');
  };
  return { ...host, ...judge() };
}
