/* An empty pattern, or an empty piece between bars, matches each rule (dialect §9). */

import { alternativesOf } from '../../trigger/compile-pattern.ts';
import type { Check } from '../finding.ts';
import { responseCheck, say } from '../support/say.ts';
import { levelOf } from '../support/trigger-rules.ts';
import { shown } from '../support/words.ts';

export const groupMatchesEverything: Check = responseCheck('group-matches-everything', 'L10', (response) => {
  const { rulesGroup } = response;
  if (rulesGroup === null || !alternativesOf(rulesGroup).includes('')) return null;
  const cause = rulesGroup === '' ? 'An empty group' : `The lone vertical bar in ${shown(rulesGroup)}`;
  if (levelOf(response) > 0) {
    return say(
      'warning',
      'The group does not narrow the level',
      `${cause} matches any group. Name a group, or remove it.`,
    );
  }
  return say('error', 'Every alert sets this off', `${cause} matches any group. Name a group, or remove it.`);
});
