/* L31: a response that locks accounts, set off by a whole level or group. Which accounts an alert names is not known here. */
import type { Check } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { commandOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { isLevelRefused, levelOf } from '../support/trigger-rules.ts';

export const accountScope: Check = responseCheck('account-scope', 'L31', (response, facts) => {
  const locks = stockKindOf(commandOf(response, facts)?.executable ?? '')?.needs === 'dstuser';
  const isBroad = (levelOf(response) > 0 && !isLevelRefused(response)) || Boolean(response.rulesGroup);
  if (!locks || !isBroad) return null;
  return say(
    'warning',
    'Accounts of administrators can be locked',
    'Any account that such an alert names is locked, services included; only root is spared. Name single rules instead.',
  );
});
