/* The white list is compared with data.srcip only; Windows events carry the address elsewhere (wazuh-facts §2.5). */
import type { Check } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { commandOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { isForWindows } from '../support/systems-of.ts';
import { hasTrigger, rulesSettingOff } from '../support/trigger-rules.ts';

export const windowsWhiteList: Check = responseCheck('windows-white-list', 'L25', (response, facts) => {
  const { rules } = facts;
  const command = commandOf(response, facts);
  const stock = stockKindOf(command?.executable ?? '');
  const takesAddress = stock ? stock.needs === 'srcip' : isForWindows(command?.executable ?? '');
  if (!takesAddress || !isForWindows(command?.executable ?? '') || !hasTrigger(response)) return null;
  const isWindows = rules
    ? rulesSettingOff(response, rules).some(({ groups }) => /\bwindows\b/i.test(groups))
    : /windows/i.test(response.rulesGroup ?? '');
  if (!isWindows) return null;
  return say(
    'note',
    'The white list does not cover Windows events',
    'It is compared with srcip only. The address of a Windows event stands elsewhere, so a listed address is blocked too.',
  );
});
