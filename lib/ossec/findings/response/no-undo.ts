/* What lasts until someone undoes it by hand. */
import type { Check } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { commandOf, timeoutOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const noUndo: Check = responseCheck('no-undo', 'L12', (response, facts) => {
  const command = commandOf(response, facts);
  const ignored = response.timeout !== null && response.timeout !== '0';
  // A timeout that is ignored or no number has findings of its own.
  if (!command || timeoutOf(response, command) !== 0 || ignored) return null;
  const stock = stockKindOf(command.executable);
  const name = shown(command.name);
  if (stock?.blocks)
    return say('warning', `${name} blocks for good`, 'No timeout is given. Someone must lift each block by hand.');
  if (stock?.needs === 'dstuser') {
    return say(
      'warning',
      `${name} locks accounts for good`,
      'No timeout is given. Someone must unlock each account by hand.',
    );
  }
  if (!command.timeoutAllowed) return null;
  return say('note', `${name} is not undone`, 'Its command can be undone, but the response gives no timeout.');
});
