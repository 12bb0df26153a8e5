/* Ids that no rule has. Says nothing while the rules are unknown. */

import { rulesById } from '../../trigger/rules-setting-off.ts';
import type { Check } from '../finding.ts';
import { responseCheck, say } from '../support/say.ts';
import { idsOf, rulesSettingOff } from '../support/trigger-rules.ts';
import { listed } from '../support/words.ts';

export const unknownRule: Check = responseCheck('unknown-rule', 'L08', (response, { rules }) => {
  if (!rules) return null;
  const known = rulesById('', rules);
  const unknown = idsOf(response).filter((id) => !known.has(id));
  // Where nothing is left to set it off, never-fires says so.
  if (unknown.length === 0 || rulesSettingOff(response, rules).length === 0) return null;
  const names = listed(unknown.map(String));
  const title = unknown.length === 1 ? `Rule ${names} does not exist` : `Rules ${names} do not exist`;
  return say(
    'error',
    title,
    'No rule file of this manager defines it, so it sets nothing off. The other triggers still work.',
  );
});
