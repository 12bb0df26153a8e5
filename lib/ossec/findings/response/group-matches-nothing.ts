/* One piece of a group pattern that can match no rule, while the others can. */

import { encodeText } from '../../byte-text.ts';
import { alternativesOf } from '../../trigger/compile-pattern.ts';
import { toGroupPattern } from '../../trigger/os-regex.ts';
import { rulesInGroup } from '../../trigger/rules-setting-off.ts';
import type { Check } from '../finding.ts';
import { groupAdvice } from '../support/group-advice.ts';
import { responseCheck, say } from '../support/say.ts';
import { idsOf, levelOf, rulesSettingOff } from '../support/trigger-rules.ts';
import { shown } from '../support/words.ts';

export const groupMatchesNothing: Check = responseCheck('group-matches-nothing', 'L10', (response, { rules }) => {
  const { rulesGroup } = response;
  if (!rulesGroup) return null;
  if (!toGroupPattern(encodeText(rulesGroup)).canMatch) {
    // Alone it never fires, and never-fires says so.
    if (idsOf(response).length === 0) return null;
    return say(
      'error',
      'The group pattern is invalid',
      `Wazuh cannot read ${shown(rulesGroup)} and matches no group with it.`,
    );
  }
  if (!rules) {
    const advice = groupAdvice(rulesGroup);
    return advice ? say('warning', `Group ${shown(rulesGroup)} may match nothing`, advice) : null;
  }
  const fires = rulesSettingOff(response, rules).length > 0 || levelOf(response) > 16;
  const dead = alternativesOf(rulesGroup).filter((piece) => piece !== '' && rulesInGroup(piece, rules).size === 0);
  return fires && dead.length > 0
    ? dead.map((piece) =>
        say('warning', `No rule is in group ${shown(piece)}`, groupAdvice(piece) ?? 'Check the name, or remove it.'),
      )
    : null;
});
