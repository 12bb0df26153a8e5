/* Rules of level 0, or with no_ar, never set off a response (dialect §9). */

import { canTrigger, rulesWithId } from '../../trigger/rules-setting-off.ts';
import type { Check } from '../finding.ts';
import { responseCheck, say } from '../support/say.ts';
import { idsOf, rulesSettingOff } from '../support/trigger-rules.ts';

export const silentRule: Check = responseCheck('silent-rule', 'L09', (response, { rules }) => {
  if (!rules || rulesSettingOff(response, rules).length === 0) return null;
  return rulesWithId(idsOf(response), rules)
    .filter((rule) => !canTrigger(rule))
    .map(({ id, level }) =>
      say(
        'warning',
        `Rule ${id} never sets off a response`,
        `${level > 0 ? 'It has the option no_ar.' : 'Its level is 0.'} Take it out of the list.`,
      ),
    );
});
