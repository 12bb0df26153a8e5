/* What a fleet is in words: one sentence, one reason a host, and the list to copy. Pure. */
import type { AgentSystem } from '../manager/manager.ts';
import { LEGACY_NAMES, stockCommandOf } from '../ossec/findings/stock-commands.ts';
import { systemName, systemsOf } from '../ossec/findings/support/systems-of.ts';
import { counted, listed } from '../ossec/findings/support/words.ts';
import { type Fleet, type FleetMember, type FleetReason, type FleetState, MANAGER_ID } from './fleet-of-response.ts';

export const SYSTEMS: readonly AgentSystem[] = ['linux', 'windows', 'macos', 'unix', 'unknown'];

export const systemWord = (system: AgentSystem): string =>
  system === 'unknown' ? 'Unknown system' : systemName(system);

const STATE_WORDS: Record<FleetState, string> = { runs: 'Would run', cannot: 'Cannot', unknown: 'Not known' };

/** A script of one's own is sent for; whether it lies there only the host knows. The manager's scripts are known. */
const isOnlySent = (place: Fleet['place'], executable: string): boolean =>
  place !== 'server' && stockCommandOf(executable) === null;

export const stateWords = (state: FleetState, place: Fleet['place'], executable: string): string =>
  state === 'runs' && isOnlySent(place, executable) ? 'Is sent there' : STATE_WORDS[state];

/** Of one host: in a place with agents the manager still knows its own scripts. */
export const memberWords = ({ id, state }: FleetMember, place: Fleet['place'], executable: string): string =>
  stateWords(state, id === MANAGER_ID ? 'server' : place, executable);

const REASONS: Record<Exclude<FleetReason, 'wrong-system'>, string> = {
  'too-old': 'Older than 4.2',
  'execd-off': 'Active response is switched off there',
  'script-missing': 'The script is not there',
  'script-not-executable': 'The script is not executable',
  'never-connected': 'Never connected',
  disconnected: 'Disconnected',
  pending: 'Still connecting',
  'no-version': 'No version known, so nothing is sent',
  'system-unknown': 'System not known',
  'connection-unknown': 'Connection not known',
  'scripts-unknown': 'Scripts of the manager not known',
};

/** Why a host would not run it, or why that is not known. Without a full stop. */
export const reasonWords = (
  reason: FleetReason,
  { system }: Pick<FleetMember, 'system'>,
  executable: string,
): string => (reason === 'wrong-system' ? `${executable} is not for ${systemName(system)}` : REASONS[reason]);

const number = (count: number): string => count.toLocaleString('en-US');
const inState = (members: readonly FleetMember[], state: FleetState) => members.filter((one) => one.state === state);
const isManager = ({ id }: FleetMember): boolean => id === MANAGER_ID;

/** "Runs on 5 of 7 agents now: 4 Linux, 1 macOS; 2 cannot." `note` says why agents are not known. */
export function fleetSentence(
  { place, members, unregistered }: Fleet,
  executable: string,
  note: string | null,
): string {
  const manager = members.find(isManager);
  const agents = members.filter((one) => !isManager(one));
  if (place === null) return 'Runs nowhere: the response names no place.';
  if (unregistered !== null) return note ?? `Runs nowhere: agent ${unregistered} is not registered at this manager.`;
  if (place === 'server' && manager) return hostSentence(manager, 'the manager', executable);
  const [only] = agents;
  if (place === 'defined-agent' && only) return hostSentence(only, `agent ${only.id}, ${only.name},`, executable);
  const words =
    agents.length === 0 ? (note ?? 'This manager has no agents.') : agentsSentence(agents, place, executable);
  if (!manager) return agents.length === 0 && note === null ? 'Runs nowhere: this manager has no agents.' : words;
  return `${words} ${managerSentence(manager, executable)}`;
}

function agentsSentence(agents: readonly FleetMember[], place: Fleet['place'], executable: string): string {
  const running = inState(agents, 'runs');
  const systems = SYSTEMS.map((system) => ({ system, count: running.filter((one) => one.system === system).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ system, count }) => `${number(count)} ${systemName(system)}`);
  const own = place === 'local' ? ', each for its own alerts' : '';
  const verb = isOnlySent(place, executable) ? 'Is sent to' : 'Runs on';
  const head = `${verb} ${number(running.length)} of ${counted(agents.length, 'agent')} now${running.length > 0 ? own : ''}`;
  const [cannot, unknown] = [inState(agents, 'cannot').length, inState(agents, 'unknown').length];
  const rest = [
    ...(cannot > 0 ? [`${number(cannot)} cannot`] : []),
    ...(unknown > 0 ? [`${number(unknown)} ${unknown === 1 ? 'is' : 'are'} not known`] : []),
  ];
  return `${head}${systems.length > 0 ? `: ${systems.join(', ')}` : ''}${rest.map((part) => `; ${part}`).join('')}.`;
}

function hostSentence(member: FleetMember, host: string, executable: string): string {
  const { state, reason } = member;
  const why = reason === null ? '' : ` ${reasonWords(reason, member, executable)}.`;
  if (state === 'runs')
    return member.id !== MANAGER_ID && isOnlySent('defined-agent', executable)
      ? `Is sent to ${host} now.`
      : `Runs on ${host} now.`;
  return state === 'cannot' ? `Cannot run on ${host} now.${why}` : `Whether it runs on ${host} now is not known.${why}`;
}

function managerSentence(member: FleetMember, executable: string): string {
  const { state, reason } = member;
  if (state === 'runs') return 'The manager runs it for its own alerts.';
  const why = reason === null ? '' : `: ${inSentence(reasonWords(reason, member, executable), executable)}`;
  return state === 'cannot'
    ? `The manager cannot run it for its own alerts${why}.`
    : `Whether the manager runs it for its own alerts is not known${why}.`;
}

/** A name stays as it is written. */
const inSentence = (words: string, executable: string): string =>
  words.startsWith(executable) ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** What lies on agents is not known: what can be said of the script instead. */
export function scriptNote(executable: string): { title: string; text: string; own: boolean } {
  const now = LEGACY_NAMES[executable];
  const systems = listed(systemsOf(executable).map(systemName));
  if (now !== undefined)
    return {
      title: `${executable} is a name of Wazuh 3`,
      text: `Agents since 4.2 have ${now} instead, so nothing runs where nobody put ${executable}.`,
      own: true,
    };
  if (stockCommandOf(executable))
    return { title: `${executable} comes with Wazuh`, text: `It has an effect on ${systems}.`, own: false };
  return {
    title: `${executable} is a script of your own`,
    text: 'It runs only where somebody put it. What lies on agents is not known here.',
    own: true,
  };
}

/** One host a line, to paste elsewhere. */
export const fleetText = ({ place }: Fleet, members: readonly FleetMember[], executable: string): string =>
  members
    .map((member) => {
      const { id, name, reason } = member;
      const words = memberWords(member, place, executable);
      return `${id}\t${name}\t${words}${reason === null ? '' : `: ${reasonWords(reason, member, executable)}`}`;
    })
    .join('\n');
