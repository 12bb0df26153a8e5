/* Command name and timeout are run together: cmd1 with 0 and cmd with 10 are both cmd10 (dialect §8). */
import type { Check } from '../finding.ts';
import { arNameOf, commandOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const nameCollision: Check = responseCheck('name-collision', 'L29', (response, facts, index) => {
  const name = arNameOf(response, facts);
  const clash =
    name === null
      ? undefined
      : facts.responses.find(
          (other, at) => at !== index && other.command !== response.command && arNameOf(other, facts) === name,
        );
  if (!clash) return null;
  const mine = commandOf(response, facts)?.executable;
  const program = commandOf(clash, facts)?.executable;
  return say(
    mine === program ? 'warning' : 'error',
    `Two responses are called ${shown(name)}`,
    `Agents know a response by command name and timeout. This one is mixed up with ${shown(clash.command)}: rename one command.`,
  );
});
