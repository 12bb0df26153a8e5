/*
 * Responses as a backtest takes them: what fires before and after the draft, where, and whether anything of it changed. Pure.
 */
import { actsOnAddress } from '../../alerts/backtest/acts-on-address.ts';
import type { DraftResponse, FiringResponse } from '../../alerts/backtest/backtest-draft.ts';
import type { Agent } from '../../manager/manager.ts';
import { describeTrigger } from '../../ossec/describe/describe-response.ts';
import { toText } from '../../ossec/describe/phrase.ts';
import type { ResponseOutcome } from '../../ossec/edit/outcome.ts';
import type { ResponseFacts } from '../../ossec/findings/finding.ts';
import type { Config } from '../../ossec/index.ts';
import { toCInt } from '../../ossec/model/c-number.ts';
import { locationsOf } from '../../ossec/model/load-response.ts';
import type { LoadedLocation, Queues } from '../../ossec/model/verdict.ts';
import type { LoadedTrigger } from '../../ossec/trigger/rules-setting-off.ts';

/** As the manager would load it. */
export const triggerOf = ({ level, rulesGroup, rulesId }: ResponseFacts): LoadedTrigger => ({
  level: level === null ? 0 : toCInt(level),
  rulesGroup,
  rulesId,
});

/** Where the manager sends responses at all; a file that it refuses says nothing of that. */
export const queuesOf = ({ verdict }: Pick<Config, 'verdict'>): Queues =>
  verdict.accepted ? verdict.queues : { local: true, remote: true };

/**
 * Does the manager load it, and send it? Not what is off, what it drops for its agent, and what a <disabled> behind it silences
 * (wazuh-facts §2.3, §2.4).
 */
export function fires({ off, command, location, agentId }: ResponseFacts, queues: Queues): boolean {
  if (off || !command || !location) return false;
  const words = locationsOf(location);
  if (words.includes('SPECIFIC_AGENT') && toCInt(agentId ?? '') <= 0) return false;
  return words.some((word) => (queues.local && !isRemote(word)) || (queues.remote && word !== 'AS_ONLY'));
}

const isRemote = (word: LoadedLocation): boolean => word === 'ALL_AGENTS' || word === 'SPECIFIC_AGENT';

type Around = {
  key: string;
  /** Of the file as it is, and as the draft leaves it. */
  queues: { before: Queues; after: Queues };
  /** As many as `all` reaches. */
  agents: number;
  /** Of a command as the draft leaves it; null where there is no such command. */
  executableOf: (command: string) => string | null;
};

/** A response before and after the draft. */
export function draftResponse(
  { before, after }: ResponseOutcome,
  { key, agents, queues, executableOf }: Around,
): DraftResponse {
  const shown = after ?? before;
  const now = firing(after, queues.after, agents);
  const was = firing(before, queues.before, agents);
  const executable = after?.command ? executableOf(after.command) : null;
  return {
    key,
    title: shown?.command || 'No command',
    words: shown ? toText(describeTrigger(shown)) : '',
    before: was,
    after: now,
    isChanged: JSON.stringify(was) !== JSON.stringify(now) || differs(before, after),
    actsOnAddress: executable !== null && actsOnAddress(executable),
  };
}

const firing = (facts: ResponseFacts | null, queues: Queues, agents: number): FiringResponse | null =>
  facts && fires(facts, queues) ? { trigger: triggerOf(facts), agentsEach: agentsEach(facts.location, agents) } : null;

/** How many agents `all` reaches: those connected now, or every one where nobody knows which are. */
export function reachedByAll(agents: readonly Pick<Agent, 'connection'>[]): number {
  const connected = agents.filter(({ connection }) => connection === 'active').length;
  return agents.every(({ connection }) => connection === 'unknown') ? agents.length : connected;
}

/** How many agents run it for one alert. */
export const agentsEach = (location: string | null, agents: number): number =>
  location !== null && locationsOf(location).includes('ALL_AGENTS') ? Math.max(1, agents) : 1;

const differs = (before: ResponseFacts | null, after: ResponseFacts | null): boolean =>
  before?.command !== after?.command || before?.location !== after?.location || before?.timeout !== after?.timeout;
