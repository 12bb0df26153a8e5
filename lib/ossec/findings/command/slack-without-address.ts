/* wazuh-slack posts to the web address in its extra arguments, and to nowhere without one (wazuh-facts §3). */
import type { Check } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { namedCommands } from '../support/command-of.ts';
import { commandCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const slackWithoutAddress: Check = commandCheck('slack-without-address', null, (command, facts) => {
  const { name, executable, extraArgs } = command;
  const isUsed = namedCommands(facts).live.has(name);
  if (!isUsed || stockKindOf(executable)?.executable !== 'wazuh-slack' || /https?:\/\//.test(extraArgs ?? ''))
    return null;
  return say(
    'error',
    `${shown(name)} has no web address`,
    'Put the webhook address from Slack into the extra arguments.',
  );
});
