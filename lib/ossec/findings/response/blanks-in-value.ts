/* Nothing is trimmed: a value on a line of its own includes the line breaks (dialect §2.6). Level and disabled: blockers. */
import type { Check } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const blanksInValue: Check = responseCheck('blanks-in-value', null, (response, facts) => {
  const { command, rulesGroup } = response;
  const said = [];
  if (command && command !== command.trim() && commandOf(response, facts)) {
    said.push(
      say(
        'warning',
        `Blanks belong to the name ${shown(command)}`,
        'Wazuh trims nothing. Remove them here and in the command.',
      ),
    );
  }
  if (rulesGroup && rulesGroup !== rulesGroup.trim()) {
    said.push(
      say(
        'error',
        'Blanks stand around the group',
        `Wazuh searches for ${shown(rulesGroup)} with its blanks and finds nothing. Remove them.`,
      ),
    );
  }
  return said;
});
