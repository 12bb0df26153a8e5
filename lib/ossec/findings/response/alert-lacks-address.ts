/* L22, as far as rules tell: alerts about files, policies and packages carry no address (wazuh-facts §3). */
import type { Check } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { commandOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { rulesSettingOff } from '../support/trigger-rules.ts';
import { shown } from '../support/words.ts';

const WITHOUT_ADDRESS = /(^|,)(syscheck|rootcheck|sca|vulnerability-detector|virustotal)(,|$)/;

export const alertLacksAddress: Check = responseCheck('alert-lacks-address', 'L22', (response, facts) => {
  const command = commandOf(response, facts);
  if (!facts.rules || stockKindOf(command?.executable ?? '')?.needs !== 'srcip') return null;
  const rules = rulesSettingOff(response, facts.rules);
  if (rules.length === 0 || !rules.every(({ groups }) => WITHOUT_ADDRESS.test(groups))) return null;
  return say(
    'warning',
    `${shown(command?.name ?? '')} gets no address`,
    'It needs srcip. Alerts about files, policies and packages do not carry it, so the program gives up.',
  );
});
