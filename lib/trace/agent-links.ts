/* Links on the way to a host: which one, is it there, does it accept responses, has it the script (wazuh-facts §2.2, §3). Pure. */
import { paddedId, targetAgents } from '../activity/live-responses.ts';
import { isPlainFileName } from '../endpoints/endpoint-guide.ts';
import { isBeforeJson } from '../endpoints/is-before-json.ts';
import type { Agent } from '../manager/manager.ts';
import { LEGACY_NAMES } from '../ossec/findings/stock-commands.ts';
import { placeOf } from '../ossec/findings/support/place-of.ts';
import { fits, systemName, systemsOf } from '../ossec/findings/support/systems-of.ts';
import { counted, listed } from '../ossec/findings/support/words.ts';
import { bad, ok, type Said, unknown } from './link.ts';
import type { Trace } from './trace.ts';
import { type Followed, formOf, type TracedResponse, type TraceFacts } from './trace-facts.ts';

/** Where the response runs for the alert: ids, "000" for the manager. */
function idsOf({ agents, alert }: TraceFacts, block: TracedResponse): readonly string[] {
  const words = placeOf(block.location);
  const place = words.server ? 'server' : words.all ? 'all' : words.oneAgent ? 'defined-agent' : 'local';
  const agentId = place === 'defined-agent' ? paddedId(block.agentId ?? '') : null;
  return targetAgents({ place, agentId }, alert.agentId, fleetOf(agents).connected);
}

type Fleet = { byId: ReadonlyMap<string, Agent>; connected: readonly string[] };
const fleets = new WeakMap<readonly Agent[], Fleet>();

/** Looked through once: hundreds of responses are followed to the same thousands of agents. */
function fleetOf(agents: readonly Agent[]): Fleet {
  const known = fleets.get(agents);
  if (known) return known;
  const connected = agents.filter(({ connection }) => connection === 'active').map(({ id }) => id);
  const fleet = { byId: new Map(agents.map((agent) => [agent.id, agent])), connected };
  fleets.set(agents, fleet);
  return fleet;
}

/** So many hosts are named; a response may run on thousands. */
const MAX_NAMED = 24;

/** The same with names. */
export function hostsOf(facts: TraceFacts, block: TracedResponse): Trace['hosts'] {
  const ids = idsOf(facts, block);
  return { count: ids.length, named: ids.slice(0, MAX_NAMED).map((id) => ({ id, name: nameOf(facts, id) })) };
}

const nameOf = ({ agents }: TraceFacts, id: string): string =>
  id === '000' ? 'the manager' : (fleetOf(agents).byId.get(id)?.name ?? `agent ${id}`);

/** The agent that a chain follows; null where it would run nowhere. */
export function followedAgent(facts: TraceFacts, block: TracedResponse): Followed | null {
  const { agents, alert, follow } = facts;
  const ids = idsOf(facts, block);
  const id = [follow, alert.agentId].find((one) => one !== null && ids.includes(one)) ?? ids[0];
  if (id === undefined) return null;
  const agent = fleetOf(agents).byId.get(id) ?? null;
  return { id, name: nameOf(facts, id), agent };
}

export function targetLink({ agents, agentNote }: TraceFacts, block: TracedResponse, followed: Followed | null): Said {
  const place = { line: block.line, href: formOf(block) };
  const words = placeOf(block.location);
  if (!followed) {
    const isKnown = agents.length > 0 || agentNote === null;
    if (!isKnown || agents.some(({ connection }) => connection === 'unknown'))
      return unknown(agentNote ?? 'Which agents are connected is not known.');
    return bad('It runs on every connected agent, and none is connected.', { line: block.line });
  }
  if (followed.id === '000') {
    const why = words.server ? 'It runs on the manager.' : 'The manager itself raised the alert, so it runs there.';
    return ok(why, { line: block.line });
  }
  if (!followed.agent) {
    if (agentNote !== null) return unknown(`Agent ${followed.id} is not among the agents that are known. ${agentNote}`);
    const fix = words.oneAgent ? { ...place, fix: 'Choose another agent.' } : { fix: 'Register the agent again.' };
    return bad(`Agent ${followed.id} is not registered at this manager.`, fix);
  }
  const { name } = followed;
  if (!words.all) {
    const why = words.oneAgent
      ? `It runs on agent ${followed.id}, ${name}.`
      : `It runs where the alert comes from: ${name}.`;
    return ok(why, { line: block.line });
  }
  const { length } = fleetOf(agents).connected;
  return ok(`It runs on every connected agent: ${length} now. Followed here: ${name}.`, { line: block.line });
}

export function agentLink({ agentNote }: TraceFacts, followed: Followed | null): Said {
  if (!followed) return unknown('There is no agent to look at.');
  if (followed.id === '000') return ok('The manager needs no connection to itself.');
  const { agent, name } = followed;
  if (!agent) return unknown('What is not registered has no connection.');
  const { connection, version } = agent;
  if (connection === 'never_connected')
    return bad(`${name} never connected.`, { fix: 'Start the agent and look at its log.' });
  if (connection === 'disconnected')
    return bad(`${name} is disconnected now. Nothing reaches it, and nothing is sent later.`, {
      fix: 'Start the agent.',
      command: '/var/ossec/bin/wazuh-control start',
    });
  if (version !== null && isBeforeJson(version))
    return bad(
      `${name} runs Wazuh ${version}. Before 4.2 agents get another message, and have scripts of other names.`,
      {
        fix: 'Upgrade the agent.',
      },
    );
  if (connection === 'active' && version === null)
    return unknown(`${name} is connected. Its version is not known, and without one the manager sends it nothing.`);
  if (connection === 'active') return ok(`${name} is connected and runs Wazuh ${version}.`);
  return unknown(agentNote ?? `Whether ${name} is connected is not known.`);
}

export function acceptsLink({ config, executions }: TraceFacts, followed: Followed | null): Said {
  if (!followed) return unknown('There is no agent to look at.');
  const { id, name } = followed;
  if (id === '000') {
    if (!config.verdict.execd.disabled) return ok('wazuh-execd accepts responses on the manager.');
    return bad('wazuh-execd is switched off on the manager.', {
      href: '/responses',
      fix: 'Take <disabled>yes</disabled> out of the first response of the file.',
    });
  }
  const own = reportsOf(executions, id);
  if (own.length > 0) return ok(`${name} ran responses before: it reported ${counted(own.length, 'run')}.`);
  const why = `${name} reported no run in the time that is known. Its own ossec.conf can switch responses off.`;
  return unknown(why, {
    fix: `Look into its ossec.conf, or ask the API for GET /agents/${id}/config/com/active-response.`,
    command: "grep -A4 '<active-response>' /var/ossec/etc/ossec.conf",
  });
}

const reportsOf = (executions: TraceFacts['executions'], id: string) =>
  (executions ?? []).filter(({ agentId, outcome }) => agentId === id && outcome !== 'unseen');

export function scriptLink(facts: TraceFacts, followed: Followed | null, executable: string | null): Said {
  if (executable === null)
    return bad('The command of the response is not defined.', { href: '/commands', fix: 'Define it.' });
  if (!followed) return unknown('There is no agent to look at.');
  const { id, name, agent } = followed;
  const system = id === '000' ? 'linux' : (agent?.system ?? 'unknown');
  if (!fits(executable, { id, name, system, connection: 'active' })) {
    const needs = listed(systemsOf(executable).map(systemName), 'or');
    const fix = `Make a second response with a script for ${systemName(system)}.`;
    return bad(`${executable} is for ${needs}, and ${name} runs ${systemName(system)}.`, {
      fix,
      href: '/responses/new',
    });
  }
  return id === '000' ? managerScript(facts, executable) : agentScript(facts, followed, executable);
}

function managerScript({ scripts }: TraceFacts, executable: string): Said {
  if (!scripts) return unknown('active-response/bin of the manager cannot be listed.');
  const known = scripts.find(({ name }) => name === executable);
  const folder = '/var/ossec/active-response/bin';
  const href = `/endpoints?${new URLSearchParams({ system: 'linux', script: executable })}`;
  if (!known)
    return bad(`${executable} is not in active-response/bin of the manager.`, { fix: 'Copy it there.', href });
  if (known.executable) return ok(`${executable} is on the manager and executable.`);
  return bad(`${executable} on the manager is not executable.`, {
    ...{ fix: 'Give it mode 750, owner root and group wazuh.', href },
    ...(isPlainFileName(executable) && { command: `chmod 750 ${folder}/${executable}` }),
  });
}

function agentScript({ executions }: TraceFacts, { id, name, agent }: Followed, executable: string): Said {
  const own = reportsOf(executions, id).filter(({ script }) => script === executable);
  if (own.length > 0) return ok(`${name} reported ${counted(own.length, 'run')} of ${executable}: it is there.`);
  const isWindows = agent?.system === 'windows';
  const href = `/endpoints?${new URLSearchParams({ system: isWindows ? 'windows' : agent?.system === 'macos' ? 'macos' : 'linux', script: executable })}`;
  if (Object.hasOwn(LEGACY_NAMES, executable)) {
    const why = `${executable} is the name of Wazuh 3. Agents since 4.2 have ${LEGACY_NAMES[executable]} instead.`;
    return bad(why, { fix: 'Change the executable of the command.', href: '/commands' });
  }
  const folder = agent?.system === 'macos' ? '/Library/Ossec' : '/var/ossec';
  const look =
    !isWindows && isPlainFileName(executable) ? { command: `ls -l ${folder}/active-response/bin/${executable}` } : {};
  const why = `${name} never reported ${executable} in the time that is known. What lies on an agent is not known here.`;
  return unknown(why, { fix: 'Look on the agent, and copy the script there if it is missing.', href, ...look });
}
