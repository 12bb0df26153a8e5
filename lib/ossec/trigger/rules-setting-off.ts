/*
 * Which rules set off a response: the manager's own logic when it loads rules (dialect §9). Level and group together, or
 * one of the ids; a rule of level 0, or one that says no_ar, sets off nothing. Answers are kept per list of rules: forms ask
 * for the same few patterns at each keystroke.
 */
import { encodeText } from '../byte-text.ts';
import type { RuleFacts } from '../findings/finding.ts';
import type { LoadedResponse } from '../model/verdict.ts';
import { toGroupPattern, toLowerAscii } from './os-regex.ts';
import { remember } from './remember.ts';
import { readRuleIds } from './rule-ids.ts';

/** What sets a response off, as loaded. */
export type LoadedTrigger = Pick<LoadedResponse, 'level' | 'rulesGroup' | 'rulesId'>;

export const canTrigger = ({ level, noAr }: RuleFacts): boolean => level > 0 && !noAr;

/** The rules by group string, as the engine sees it: rules share their strings, so each is matched once. */
const byGroups = remember((_, rules) => {
  const known = new Map<string, RuleFacts[]>();
  for (const rule of rules) {
    const same = known.get(rule.groups);
    if (same) same.push(rule);
    else known.set(rule.groups, [rule]);
  }
  return [...known].map(([groups, same]) => ({ subject: toLowerAscii(encodeText(groups)), same }));
});

/** The rules whose group string the pattern matches, whatever their level. */
export const rulesInGroup = remember((pattern, rules): ReadonlySet<RuleFacts> => {
  const { matchesLower } = toGroupPattern(encodeText(pattern));
  const found = new Set<RuleFacts>();
  for (const { subject, same } of byGroups('', rules)) {
    if (matchesLower(subject)) for (const rule of same) found.add(rule);
  }
  return found;
});

/** The rules by id; several where a rule is defined more than once. */
export const rulesById = remember((_, rules): ReadonlyMap<number, readonly RuleFacts[]> => {
  const known = new Map<number, RuleFacts[]>();
  for (const rule of rules) {
    const same = known.get(rule.id);
    if (same) same.push(rule);
    else known.set(rule.id, [rule]);
  }
  return known;
});

/** The rules with one of the ids; an id that no rule has is left out. */
export const rulesWithId = (ids: readonly number[], rules: readonly RuleFacts[]): readonly RuleFacts[] =>
  [...new Set(ids)].flatMap((id) => rulesById('', rules).get(id) ?? []);

type Test = (rule: RuleFacts) => boolean;

function testOf({ level, rulesId }: LoadedTrigger, isInGroup: Test | null): Test {
  const ids = new Set(rulesId === null ? [] : readRuleIds(rulesId));
  const hasCriteria = level !== 0 || isInGroup !== null;
  return (rule) => {
    if (!canTrigger(rule)) return false;
    if (ids.has(rule.id)) return true;
    return hasCriteria && rule.level >= level && (isInGroup === null || isInGroup(rule));
  };
}

/** The test that the manager makes for one response on each rule. */
export function toTest(trigger: LoadedTrigger): Test {
  if (trigger.rulesGroup === null) return testOf(trigger, null);
  const { matches } = toGroupPattern(encodeText(trigger.rulesGroup));
  return testOf(trigger, ({ groups }) => matches(encodeText(groups)));
}

/** The rules of `rules`, in their order, that set the response off. */
export function rulesSettingOff<R extends RuleFacts>(trigger: LoadedTrigger, rules: readonly R[]): R[] {
  const group = trigger.rulesGroup === null ? null : rulesInGroup(trigger.rulesGroup, rules);
  return rules.filter(testOf(trigger, group && ((rule) => group.has(rule))));
}
