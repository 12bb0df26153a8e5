/* ar.conf begins with fixed lines for restart-wazuh0 and restart-ossec0, and the first line of a name wins (dialect §8). */
import type { Check } from '../finding.ts';
import { arNameOf, commandOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const TAKEN: Record<string, RegExp> = {
  'restart-wazuh0': /^restart-(wazuh(\.exe)?|ossec\.(sh|cmd))$/,
  'restart-ossec0': /^restart-ossec\.(sh|cmd)$/,
};

export const reservedName: Check = responseCheck('reserved-name', 'L29', (response, facts) => {
  const stock = TAKEN[arNameOf(response, facts) ?? ''];
  const executable = commandOf(response, facts)?.executable ?? '';
  if (!stock || stock.test(executable)) return null;
  return say(
    'error',
    `${shown(response.command)} restarts Wazuh instead`,
    `The name is taken: with timeout 0 the stock restart program runs, not ${shown(executable)}. Rename the command.`,
  );
});
