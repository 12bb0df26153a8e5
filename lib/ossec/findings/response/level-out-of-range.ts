/* Levels go from 1 to 16; the manager takes 0 to 20 and refuses the rest (dialect §5.3). */
import { toCInt } from '../../model/c-number.ts';
import type { Check } from '../finding.ts';
import { responseCheck, say } from '../support/say.ts';
import { idsOf, isLevelRefused } from '../support/trigger-rules.ts';
import { shown } from '../support/words.ts';

const TOP_LEVEL = 16;

export const levelOutOfRange: Check = responseCheck('level-out-of-range', 'L06', (response) => {
  if (response.level === null) return null;
  const level = toCInt(response.level);
  if (isLevelRefused(response)) {
    return say(
      'blocker',
      `${shown(response.level)} is not a level`,
      'Wazuh refuses the file and does not start. Write a number from 1 to 16, without blanks.',
    );
  }
  if (/^0*\d{3,}$/.test(response.level) && !/^0*\d{1,2}$/.test(response.level)) {
    return say(
      'error',
      `Level ${shown(response.level)} counts as ${level}`,
      'The number is too big for Wazuh and wraps.',
    );
  }
  if (level <= TOP_LEVEL || idsOf(response).length === 0) return null;
  return say(
    'warning',
    `No rule has level ${level}`,
    'Only the rule ids can set this off. Remove the level, or lower it to 16.',
  );
});
