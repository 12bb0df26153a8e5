/* Level and group narrow each other, rule ids add to them; the documentation says otherwise (dialect §9). */
import { describeTriggerInWords } from '../../describe/describe-response.ts';
import { toText } from '../../describe/phrase.ts';
import type { Check } from '../finding.ts';
import { responseCheck, say } from '../support/say.ts';
import { idsOf, isLevelRefused, levelOf } from '../support/trigger-rules.ts';

export const combinedTriggers: Check = responseCheck('combined-triggers', 'L07', (response) => {
  const level = levelOf(response) > 0 && !isLevelRefused(response);
  const group = Boolean(response.rulesGroup);
  const ids = idsOf(response).length > 0;
  const sentence = `It fires when an alert ${toText(describeTriggerInWords(response))}.`;
  if (ids && (level || group)) {
    const narrowed = level && group ? 'level and group' : level ? 'level' : 'group';
    return say('note', `Rule ids add to the ${narrowed}`, `They do not narrow it. ${sentence}`);
  }
  return level && group ? say('note', 'Level and group must both match', sentence) : null;
});
