/*
 * Owns what should have run and was never reported: an alert whose rule sets a response off, on an agent that fits, and no
 * report names it after a grace time. Pure. An absent report proves nothing: each one says why it may be absent.
 */
import type { PastAlert } from '../alerts/alert-history.ts';
import { isRefused } from '../alerts/is-refused.ts';
import type { Agent, Script } from '../manager/manager.ts';
import { fits } from '../ossec/findings/support/systems-of.ts';
import { isListed } from '../ossec/white-list/is-listed.ts';
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

/** In the order of the alerts. */
export function findUnseen(expected: Expected): Execution[] {
  const { alerts, responses, firesOn, whiteList, agents, runs, until } = expected;
  const connected = agents.filter(({ connection }) => connection === 'active').map(({ id }) => id);
  const isSeen = seenIn(runs);
  const found = new Map<string, Execution>();
  for (const alert of alerts) {
    if (alert.at > until || isRefused(alert)) continue;
    if (alert.srcip !== null && isListed(alert.srcip, whiteList)) continue;
    for (const response of responses) {
      if (!firesOn(response, alert)) continue;
      for (const agentId of targetAgents(response, alert.agentId, connected)) {
        const key = `unseen ${alert.id} ${response.executable} ${agentId}`;
        if (found.has(key) || !canRun(response, agentId, agents) || isSeen(alert, response, agentId)) continue;
        found.set(key, { key, ...unseen(alert, response, agentId, expected) });
      }
    }
  }
  return [...found.values()];
}

/** The manager runs every kind but Windows programs; an agent has to be registered, and of a system that fits. */
function canRun({ executable }: LiveResponse, agentId: string, agents: readonly Agent[]): boolean {
  if (agentId === '000') return fits(executable, { id: agentId, name: '', system: 'linux', connection: 'active' });
  const agent = agents.find(({ id }) => id === agentId);
  return agent !== undefined && fits(executable, agent);
}

type IsSeen = (alert: PastAlert, response: LiveResponse, agentId: string) => boolean;

function seenIn(runs: readonly Run[]): IsSeen {
  const byCause = new Set(
    runs.flatMap(({ causeIds, script, agentId }) => causeIds.map((id) => `${id} ${script} ${agentId}`)),
  );
  // Reports in the text form of Wazuh 3 do not name the alert.
  const nameless = runs.filter(({ causeIds }) => causeIds.length === 0);
  return (alert, { executable }, agentId) =>
    byCause.has(`${alert.id} ${executable} ${agentId}`) ||
    nameless.some(
      ({ agentId: where, script, target, startedAt }) =>
        where === agentId &&
        (script === null || script === executable) &&
        target === targetOf(executable, alert) &&
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

function whyUnseen(script: string, agentId: string, { scripts, runs }: Expected): string {
  if (agentId === '000' && scripts) {
    const known = scripts.find(({ name }) => name === script);
    if (!known) return `${script} is not in active-response/bin of the manager.`;
    if (!known.executable) return `${script} is not executable on the manager.`;
  }
  const own = runs.filter((run) => run.agentId === agentId);
  if (own.some((run) => run.script === script))
    return `It reports ${script} at other times: it was restarting or busy, or the report was lost.`;
  if (own.length > 0)
    return `It reports other scripts, never ${script}: the script may be missing there, or not executable.`;
  return 'It reported nothing in the time that is known: it may not accept responses, or its log of them is not read.';
}
