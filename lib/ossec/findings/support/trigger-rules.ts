/*
 * What sets a response off, asked of values as written: rules-setting-off.ts knows the logic. Answers are kept for each
 * response, because several checks ask.
 */
import { isCDigits, toCInt } from '../../model/c-number.ts';
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

const answers = new WeakMap<readonly RuleFacts[], WeakMap<Trigger, readonly RuleFacts[]>>();

/** The rules of `rules` that set this off; kept for each response, because several checks ask. */
export function rulesSettingOff(trigger: Trigger, rules: readonly RuleFacts[]): readonly RuleFacts[] {
  const known = answers.get(rules) ?? new WeakMap<Trigger, readonly RuleFacts[]>();
  answers.set(rules, known);
  const found = known.get(trigger) ?? findRules(trigger, rules);
  known.set(trigger, found);
  return found;
}

const findRules = (trigger: Trigger, rules: readonly RuleFacts[]): readonly RuleFacts[] =>
  isLevelRefused(trigger) ? [] : rulesSettingOffLoaded({ ...trigger, level: levelOf(trigger) }, rules);

/** Is there anything that could set it off, as far as the block itself tells. */
export const hasTrigger = (trigger: Trigger): boolean =>
  levelOf(trigger) !== 0 || trigger.rulesGroup !== null || idsOf(trigger).length > 0;
