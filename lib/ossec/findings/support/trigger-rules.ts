/*
 * Which rules set a response off (dialect §9): level and group together, or an id; never a rule of level 0 or with no_ar.
 * Group matches are kept per list of rules: checks ask for the same pattern over and over.
 */
import { toRuleIds } from '../../edit/rules-group.ts';
import { isCDigits, toCInt } from '../../model/c-number.ts';
import type { ResponseFacts, RuleFacts } from '../finding.ts';
import { compileGroupPattern } from './group-pattern.ts';
import { remember } from './remember.ts';

export type Trigger = Pick<ResponseFacts, 'level' | 'rulesGroup' | 'rulesId'>;

/** The rules whose group string a pattern matches. */
export const rulesInGroup = remember((pattern: string, rules): ReadonlySet<RuleFacts> => {
  const regExp = compileGroupPattern(pattern);
  return new Set(regExp ? rules.filter(({ groups }) => regExp.test(groups)) : []);
});

export const canTrigger = ({ level, noAr }: RuleFacts): boolean => level > 0 && !noAr;

export const levelOf = ({ level }: Trigger): number => (level === null ? 0 : toCInt(level));

/** The highest level that the manager accepts, though no rule can have one above 16. */
const MOST_ACCEPTED = 20;

/** The manager refuses a file with such a level: there is nothing to say about what would set it off. */
export function isLevelRefused({ level }: Trigger): boolean {
  if (level === null) return false;
  const number = toCInt(level);
  return !isCDigits(level) || number < 0 || number > MOST_ACCEPTED;
}

export const idsOf = ({ rulesId }: Trigger): number[] =>
  rulesId === null ? [] : toRuleIds(rulesId).map((id) => toCInt(String(id)));

const answers = new WeakMap<readonly RuleFacts[], WeakMap<Trigger, readonly RuleFacts[]>>();

/** The rules of `rules` that set this off; kept for each response, because several checks ask. */
export function rulesSettingOff(trigger: Trigger, rules: readonly RuleFacts[]): readonly RuleFacts[] {
  const known = answers.get(rules) ?? new WeakMap<Trigger, readonly RuleFacts[]>();
  answers.set(rules, known);
  const found = known.get(trigger) ?? findRules(trigger, rules);
  known.set(trigger, found);
  return found;
}

function findRules(trigger: Trigger, rules: readonly RuleFacts[]): RuleFacts[] {
  if (isLevelRefused(trigger)) return [];
  const level = levelOf(trigger);
  const ids = new Set(idsOf(trigger));
  const group = trigger.rulesGroup === null ? null : rulesInGroup(trigger.rulesGroup, rules);
  return rules.filter((rule) => {
    if (!canTrigger(rule)) return false;
    if (ids.has(rule.id)) return true;
    if (level !== 0 && rule.level < level) return false;
    return group ? group.has(rule) : level !== 0;
  });
}

/** Is there anything that could set it off, as far as the block itself tells. */
export const hasTrigger = (trigger: Trigger): boolean =>
  levelOf(trigger) !== 0 || trigger.rulesGroup !== null || idsOf(trigger).length > 0;
