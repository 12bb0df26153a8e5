/*
 * Owns what should have run and was never reported: an alert whose rule sets a response off, on an agent that fits, and no
 * report names it after a grace time. Pure. An absent report proves nothing: each one says why it may be absent.
 */
import type { PastAlert } from '../alerts/alert-history.ts';
import { isRefused } from '../alerts/is-refused.ts';
import type { Agent, Script } from '../manager/manager.ts';
import { fits } from '../ossec/findings/support/systems-of.ts';
import { toWhiteList } from '../ossec/white-list/is-listed.ts';
import type { Execution } from './execution.ts';
import { type LiveResponse, targetAgents } from './live-responses.ts';
import type { Run } from './pair-reports.ts';
import { targetOf } from './target-of.ts';

/** Scripts run one after another, and an agent's log is read and sent with some delay. */
export const GRACE_MS = 120_000;

export type Expected = {
  alerts: readonly PastAlert[];
  responses: readonly LiveResponse[];
  firesOn: (response: LiveResponse, alert: PastAlert) => boolean;
  whiteList: readonly string[];
  agents: readonly Agent[];
  /** Of the manager; null when they can't be listed. */
  scripts: readonly Script[] | null;
  managerName: string;
  runs: readonly Run[];
  /** Alerts from here on are too young to be missed. */
  until: number;
};

/** A response on every agent is expected as often as there are agents: what is too much is left out, and that is said. */
const MAX_UNSEEN = 2000;
const MAX_CHECKS = 300_000;

/** The newest alerts first. `isCut`: there were too many, older ones were not looked at. */
export function findUnseen(expected: Expected): { unseen: Execution[]; isCut: boolean } {
  const { alerts, responses, firesOn, runs, until } = expected;
  const isListed = toWhiteList(expected.whiteList);
  const connected = expected.agents.filter(({ connection }) => connection === 'active').map(({ id }) => id);
  const isSeen = seenIn(runs);
  const canRun = rememberFit(expected.agents);
  const found = new Map<string, Execution>();
  let checks = 0;
  for (const alert of alerts.toSorted((a, b) => b.at - a.at)) {
    if (alert.at > until || isRefused(alert)) continue;
    if (alert.srcip !== null && isListed(alert.srcip)) continue;
    if (found.size >= MAX_UNSEEN || checks >= MAX_CHECKS) return { unseen: [...found.values()], isCut: true };
    for (const response of responses) {
      if (!firesOn(response, alert)) continue;
      for (const agentId of targetAgents(response, alert.agentId, connected)) {
        checks += 1;
        if (!canRun(response.executable, agentId) || isSeen(alert, response, agentId)) continue;
        const key = `unseen ${alert.id} ${response.executable} ${agentId}`;
        if (!found.has(key)) found.set(key, { key, ...unseen(alert, response, agentId, expected) });
      }
    }
  }
  return { unseen: [...found.values()], isCut: false };
}

/** The manager runs every kind but Windows programs; an agent has to be registered, and of a system that fits. */
function rememberFit(agents: readonly Agent[]): (executable: string, agentId: string) => boolean {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const manager = { id: '000', name: '', system: 'linux', connection: 'active' } as const;
  const known = new Map<string, boolean>();
  return (executable, agentId) => {
    const key = `${agentId} ${executable}`;
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const host = agentId === '000' ? manager : byId.get(agentId);
    const can = host !== undefined && fits(executable, host);
    known.set(key, can);
    return can;
  };
}

type IsSeen = (alert: PastAlert, response: LiveResponse, agentId: string) => boolean;

function seenIn(runs: readonly Run[]): IsSeen {
  const byCause = new Set(
    runs.flatMap(({ causeIds, script, agentId }) => causeIds.map((id) => `${id} ${script} ${agentId}`)),
  );
  // Reports in the text form of Wazuh 3 do not name the alert.
  const nameless = Map.groupBy(
    runs.filter(({ causeIds }) => causeIds.length === 0),
    ({ agentId, target }) => `${agentId} ${target}`,
  );
  return (alert, { executable }, agentId) =>
    byCause.has(`${alert.id} ${executable} ${agentId}`) ||
    (nameless.get(`${agentId} ${targetOf(executable, alert)}`) ?? []).some(
      ({ script, startedAt }) =>
        (script === null || script === executable) &&
        startedAt !== null &&
        startedAt >= alert.at &&
        startedAt <= alert.at + GRACE_MS,
    );
}

function unseen(alert: PastAlert, response: LiveResponse, agentId: string, expected: Expected): Omit<Execution, 'key'> {
  const { agents, managerName } = expected;
  const agent = agents.find(({ id }) => id === agentId);
  return {
    outcome: 'unseen',
    agentId,
    agentName: agentId === '000' ? managerName : (agent?.name ?? `agent ${agentId}`),
    script: response.executable,
    target: targetOf(response.executable, alert),
    ...{ startedAt: alert.at, endedAt: null, dueAt: null, renewals: 0 },
    causeIds: [alert.id],
    cause: { id: alert.id, ruleId: alert.ruleId, description: alert.description, agentId: alert.agentId },
    response: response.block === null ? null : `r${response.block}`,
    command: response.command,
    why: whyUnseen(response.executable, agentId, expected),
    said: null,
  };
}

function whyUnseen(script: string, agentId: string, { scripts, runs, agents }: Expected): string {
  if (agentId === '000' && scripts) {
    const known = scripts.find(({ name }) => name === script);
    if (!known) return `${script} is not in active-response/bin of the manager.`;
    if (!known.executable) return `${script} is not executable on the manager.`;
  }
  const connection = agents.find(({ id }) => id === agentId)?.connection;
  if (connection === 'never_connected') return 'The agent never connected: nothing reaches it.';
  if (connection === 'disconnected')
    return 'The agent is disconnected now. If it was then, nothing reached it, and nothing is sent later.';
  const own = runs.filter((run) => run.agentId === agentId);
  if (own.some((run) => run.script === script))
    return `It reports ${script} at other times: it was restarting or busy, or the report was lost.`;
  if (own.length > 0)
    return `It reports other scripts, never ${script}: the script may be missing there, or not executable.`;
  return 'It reported nothing in the time that is known: it may not accept responses, or its log of them is not read.';
}
