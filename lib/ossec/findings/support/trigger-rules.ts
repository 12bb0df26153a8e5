/*
 * What sets a response off, asked of values as written: rules-setting-off.ts knows the logic. Answers are kept by what
 * a trigger says: several checks ask, at each keystroke, and mostly about responses that did not change.
 */
import { isCDigits, toCInt } from '../../model/c-number.ts';
import { remember } from '../../trigger/remember.ts';
import { readRuleIds } from '../../trigger/rule-ids.ts';
import { rulesSettingOff as rulesSettingOffLoaded } from '../../trigger/rules-setting-off.ts';
import type { ResponseFacts, RuleFacts } from '../finding.ts';

export type Trigger = Pick<ResponseFacts, 'level' | 'rulesGroup' | 'rulesId'>;

export const levelOf = ({ level }: Trigger): number => (level === null ? 0 : toCInt(level));

/** The highest level that the manager accepts, though no rule can have one above 16. */
const MOST_ACCEPTED = 20;

/** The manager refuses a file with such a level: there is nothing to say about what would set it off. */
export function isLevelRefused({ level }: Trigger): boolean {
  if (level === null) return false;
  const number = toCInt(level);
  return !isCDigits(level) || number < 0 || number > MOST_ACCEPTED;
}

export const idsOf = ({ rulesId }: Trigger): number[] => (rulesId === null ? [] : readRuleIds(rulesId));

const bySignature = remember((signature, rules): readonly RuleFacts[] => {
  const [level, rulesGroup, rulesId] = JSON.parse(signature) as [number, string | null, string | null];
  return rulesSettingOffLoaded({ level, rulesGroup, rulesId }, rules);
});

/** The rules of `rules` that set this off; none where the manager refuses the level. */
export const rulesSettingOff = (trigger: Trigger, rules: readonly RuleFacts[]): readonly RuleFacts[] =>
  isLevelRefused(trigger)
    ? []
    : bySignature(JSON.stringify([levelOf(trigger), trigger.rulesGroup, trigger.rulesId]), rules);

/** Is there anything that could set it off, as far as the block itself tells. */
export const hasTrigger = (trigger: Trigger): boolean =>
  levelOf(trigger) !== 0 || trigger.rulesGroup !== null || idsOf(trigger).length > 0;
