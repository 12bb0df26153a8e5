/* Where a response runs: the manager searches <location> for four words, independent of each other (dialect §5.1). */
import { toCInt } from '../../model/c-number.ts';
import type { AgentFacts, Facts, ResponseFacts } from '../finding.ts';

export type Place = { server: boolean; local: boolean; oneAgent: boolean; all: boolean };

export function placeOf(location: string | null): Place {
  const text = location ?? '';
  return {
    server: /as|analysisd|server/i.test(text),
    local: /local/i.test(text),
    oneAgent: /defined-agent/i.test(text),
    all: /all|any/i.test(text),
  };
}

/** The agent that <agent_id> names; null where it names none we know. */
export function agentOf({ agentId }: ResponseFacts, facts: Facts): AgentFacts | null {
  const number = toCInt(agentId ?? '');
  return facts.agents?.find(({ id }) => Number(id) === number) ?? null;
}

/** The agents a response may run on; null where they are not known, [] for the manager alone. */
export function targetsOf(response: ResponseFacts, facts: Facts): AgentFacts[] | null {
  if (facts.agents === null) return null;
  const agents = facts.agents.filter(({ id }) => Number(id) > 0);
  const place = placeOf(response.location);
  if (place.server) return [];
  if (place.all) return agents.filter(({ connection }) => connection === 'active');
  const agent = place.oneAgent ? agentOf(response, facts) : null;
  return place.oneAgent ? (agent ? [agent] : []) : agents;
}
