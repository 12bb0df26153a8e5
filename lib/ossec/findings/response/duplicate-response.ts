/* Equal responses run once each. */
import type { Check, ResponseFacts } from '../finding.ts';
import { isLive } from '../support/command-of.ts';
import { groupBy, perFacts } from '../support/per-facts.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const KEYS = ['command', 'location', 'agentId', 'level', 'rulesGroup', 'rulesId', 'timeout'] as const;

const keyOf = (response: ResponseFacts): string => JSON.stringify(KEYS.map((key) => response[key]));

const liveByKey = perFacts(({ responses }) => groupBy(responses.filter(isLive), keyOf));

export const duplicateResponse: Check = responseCheck('duplicate-response', 'L18', (response, facts, index) => {
  if (!isLive(response)) return null;
  const first = liveByKey(facts).get(keyOf(response))?.[0];
  if (!first || first === facts.responses[index]) return null;
  const { line } = first;
  return say(
    'warning',
    `${shown(response.command)} runs twice`,
    `An equal response stands${line ? ` on line ${line}` : ' above'}. Remove one of the two.`,
  );
});
