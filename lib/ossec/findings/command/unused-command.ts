/* Commands that no response runs, not even one that is off. */
import type { Check } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { firstNamed, namedCommands } from '../support/command-of.ts';
import { commandCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const unusedCommand: Check = commandCheck('unused-command', 'L19', ({ name, executable }, facts, index) => {
  const isFirst = firstNamed(facts).get(name) === facts.commands[index];
  // The default file ships stock commands for later use.
  if (!isFirst || stockKindOf(executable) || namedCommands(facts).all.has(name)) return null;
  return say('note', `No response uses ${shown(name)}`, 'It does nothing by itself. Keep it for later, or remove it.');
});
