/* A group name is searched in all groups of a rule as one text: `ssh` also finds `sshd` (dialect §9). */
import { isGroupName } from '../../edit/rules-group.ts';
import { alternativesOf } from '../../trigger/compile-pattern.ts';
import { remember } from '../../trigger/remember.ts';
import { rulesInGroup } from '../../trigger/rules-setting-off.ts';
import type { Check } from '../finding.ts';
import { responseCheck, type Said, say } from '../support/say.ts';
import { counted, listed, shown } from '../support/words.ts';

const lookAtRules = remember((piece: string, rules): Said[] => {
  const name = piece.replace(/,$/, '').toLowerCase();
  const others = new Map<string, number>();
  let missed = 0;
  const matched = rulesInGroup(piece, rules);
  for (const rule of rulesInGroup(name, rules)) {
    const groups = rule.groups
      .toLowerCase()
      .split(',')
      .map((group) => group.trim());
    const isMember = groups.includes(name);
    if (!matched.has(rule)) missed += isMember ? 1 : 0;
    else if (!isMember) {
      const other = groups.find((group) => (piece.endsWith(',') ? group.endsWith(name) : group.includes(name)));
      if (other) others.set(other, (others.get(other) ?? 0) + 1);
    }
  }
  const found: Said[] = [];
  if (others.size > 0) {
    const rest = [...others.values()].reduce((sum, count) => sum + count, 0);
    found.push(
      say(
        'warning',
        `${shown(piece)} also matches ${listed([...others.keys()], 'and', 3)}`,
        `${counted(rest, 'rule')} more can set this off, because names are searched as parts of the text.`,
      ),
    );
  }
  if (missed > 0) {
    found.push(
      say(
        'warning',
        `${shown(piece)} misses ${counted(missed, 'rule')} of that group`,
        `In those rules no comma follows the name. Write ${shown(name)} without the comma to match them.`,
      ),
    );
  }
  return found;
});

export const groupMatchesMore: Check = responseCheck('group-matches-more', 'L10', ({ rulesGroup }, { rules }) => {
  const pieces = alternativesOf(rulesGroup ?? '').filter((piece) => isGroupName(piece.replace(/,$/, '')));
  if (rules) return pieces.flatMap((piece) => lookAtRules(piece, rules));
  return pieces
    .filter((piece) => !piece.endsWith(','))
    .map((piece) =>
      say(
        'warning',
        `${shown(piece)} also matches longer names`,
        `Without a comma at its end it is a part of a name. Write ${shown(`${piece},`)}`,
      ),
    );
});
