/* A response that no rule can set off is accepted without a word (dialect §9). */

import { encodeText } from '../../byte-text.ts';
import { toGroupPattern } from '../../trigger/os-regex.ts';
import { canTrigger, rulesWithId } from '../../trigger/rules-setting-off.ts';
import type { Check, Facts, ResponseFacts } from '../finding.ts';
import { isLive } from '../support/command-of.ts';
import { groupAdvice } from '../support/group-advice.ts';
import { responseCheck, say } from '../support/say.ts';
import { hasTrigger, idsOf, isLevelRefused, levelOf, rulesSettingOff } from '../support/trigger-rules.ts';
import { listed, shown } from '../support/words.ts';

/** The highest level a rule can have. */
const TOP_LEVEL = 16;

export const neverFires: Check = responseCheck('never-fires', 'L05', (response, facts) => {
  const why = isLive(response) && !isLevelRefused(response) ? whyNever(response, facts) : null;
  return why ? say('error', `${shown(response.command)} never fires`, why) : null;
});

function whyNever(response: ResponseFacts, { rules }: Facts): string | null {
  const { rulesGroup, rulesId } = response;
  const level = levelOf(response);
  if (!hasTrigger(response)) {
    if (rulesId)
      return `No number can be read from rules_id ${shown(rulesId)}. Write the ids on one line, with commas.`;
    if (response.level !== null) return 'Level 0 is the same as no level. Give a level from 1 to 16, a group or rules.';
    return 'No level, group or rule is given. Give at least one.';
  }
  const ids = idsOf(response);
  if (ids.length === 0 && level > TOP_LEVEL)
    return `No rule has level ${level} or higher. The highest is ${TOP_LEVEL}.`;
  if (ids.length === 0 && rulesGroup !== null && !toGroupPattern(encodeText(rulesGroup)).canMatch) {
    return `Wazuh cannot read the pattern ${shown(rulesGroup)}, so it matches no group.`;
  }
  if (!rules || rulesSettingOff(response, rules).length > 0) return null;
  return whyNoRule(response, rules, ids, level);
}

function whyNoRule({ rulesGroup }: ResponseFacts, rules: NonNullable<Facts['rules']>, ids: number[], level: number) {
  const silent = rulesWithId(ids, rules).filter((rule) => !canTrigger(rule));
  if (silent.length > 0) {
    const names = listed(silent.map(({ id }) => String(id)));
    return `Rule ${names} has level 0 or the option no_ar: such a rule never sets off a response.`;
  }
  if (ids.length > 0) return `No rule of this manager has the id ${listed(ids.map(String), 'or')}.`;
  const advice = rulesGroup === null ? null : groupAdvice(rulesGroup);
  if (rulesGroup === null) return `No rule has level ${level} or higher.`;
  return `No rule of level ${Math.max(level, 1)} or higher is in group ${shown(rulesGroup)}.${advice ? ` ${advice}` : ''}`;
}
