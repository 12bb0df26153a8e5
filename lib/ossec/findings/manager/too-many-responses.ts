/* Executors keep responses in a table of fixed size, without a bound check: more of them crash it (dialect §8). */
import type { Check, Facts, Finding } from '../finding.ts';
import { arNameOf } from '../support/command-of.ts';
import { onFile, say } from '../support/say.ts';

/** Beyond this the executor of agents and manager writes past its table. */
const MOST_RESPONSES = 61;
const MOST_NAMES = 50;
const ID = 'too-many-responses';

export const tooManyResponses: Check = { id: ID, lint: 'L29', run };

function run(facts: Facts): Finding[] {
  const names = facts.responses.map((response) => arNameOf(response, facts)).filter((name) => name !== null);
  const distinct = new Set(names).size;
  if (names.length > MOST_RESPONSES) {
    const why = `The table of agents and manager holds ${MOST_RESPONSES}; more can crash them. Remove or switch off some.`;
    return [onFile(ID, say('error', `${names.length} responses are too many`, why))];
  }
  if (distinct <= MOST_NAMES) return [];
  const why = `Agents hold ${MOST_RESPONSES} at most. Use fewer combinations of command and timeout.`;
  return [onFile(ID, say('warning', `${distinct} different responses are close to the limit`, why))];
}
