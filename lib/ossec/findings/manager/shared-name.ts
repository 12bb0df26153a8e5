/* Equal command and timeout in several blocks: harmless, but each takes a place in the executor's table (dialect §8). */
import type { Check, Facts, Finding } from '../finding.ts';
import { arNameOf } from '../support/command-of.ts';
import { onFile, say } from '../support/say.ts';
import { counted } from '../support/words.ts';

const ID = 'shared-name';
/** Below this nobody runs out of places. */
const ENOUGH_TO_MATTER = 40;

export const sharedName: Check = { id: ID, lint: 'L29', run };

function run(facts: Facts): Finding[] {
  const names = facts.responses.map((response) => arNameOf(response, facts)).filter((name) => name !== null);
  const spare = names.length - new Set(names).size;
  if (names.length < ENOUGH_TO_MATTER || spare === 0) return [];
  const title = `${counted(spare, 'response repeats', 'responses repeat')} a command and timeout`;
  return [onFile(ID, say('note', title, 'That is harmless, but each takes one of the 61 places on agents.'))];
}
