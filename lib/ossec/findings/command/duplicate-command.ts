/* Of two commands with one name the first counts, without a word (dialect §4). */
import type { Check } from '../finding.ts';
import { firstNamed } from '../support/command-of.ts';
import { commandCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const duplicateCommand: Check = commandCheck('duplicate-command', 'L18', ({ name }, facts, index) => {
  const first = firstNamed(facts).get(name);
  if (name === '' || !first || first === facts.commands[index]) return null;
  const { line } = first;
  return say(
    'warning',
    `Command ${shown(name)} is defined twice`,
    `Wazuh uses the first one${line ? `, on line ${line}` : ''}, and never this one. Rename or remove one of the two.`,
  );
});
