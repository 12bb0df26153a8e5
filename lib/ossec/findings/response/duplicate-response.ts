/* Equal responses run once each. */
import type { Check, ResponseFacts } from '../finding.ts';
import { isLive } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const KEYS = ['command', 'location', 'agentId', 'level', 'rulesGroup', 'rulesId', 'timeout'] as const;

const isSame = (one: ResponseFacts, other: ResponseFacts): boolean => KEYS.every((key) => one[key] === other[key]);

export const duplicateResponse: Check = responseCheck('duplicate-response', 'L18', (response, facts, index) => {
  if (!isLive(response)) return null;
  const first = facts.responses.findIndex((other) => isLive(other) && isSame(other, response));
  if (first === index || first === -1) return null;
  const line = facts.responses[first]?.line;
  return say(
    'warning',
    `${shown(response.command)} runs twice`,
    `An equal response stands${line ? ` on line ${line}` : ' above'}. Remove one of the two.`,
  );
});
