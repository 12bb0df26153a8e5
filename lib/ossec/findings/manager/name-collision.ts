/* Command name and timeout are run together: cmd1 with 0 and cmd with 10 are both cmd10 (dialect §8). */
import type { Check, ResponseFacts } from '../finding.ts';
import { arNameOf, commandOf } from '../support/command-of.ts';
import { perFacts } from '../support/per-facts.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

/** For each name two responses of different commands, where there are two. */
const pairsByName = perFacts((facts) => {
  const pairs = new Map<string, [ResponseFacts, ResponseFacts | null]>();
  for (const response of facts.responses) {
    const name = arNameOf(response, facts);
    if (name === null) continue;
    const pair = pairs.get(name);
    if (!pair) pairs.set(name, [response, null]);
    else if (pair[1] === null && pair[0].command !== response.command) pair[1] = response;
  }
  return pairs;
});

export const nameCollision: Check = responseCheck('name-collision', 'L29', (response, facts) => {
  const name = arNameOf(response, facts);
  const pair = name === null ? undefined : pairsByName(facts).get(name);
  const clash = pair?.[0].command === response.command ? pair?.[1] : pair?.[0];
  if (!clash) return null;
  const mine = commandOf(response, facts)?.executable;
  const program = commandOf(clash, facts)?.executable;
  return say(
    mine === program ? 'warning' : 'error',
    `Two responses are called ${shown(name)}`,
    `Agents know a response by command name and timeout. This one is mixed up with ${shown(clash.command)}: rename one command.`,
  );
});
