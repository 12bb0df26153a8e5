/*
 * Which rules set off which response: the manager's own logic when it loads rules (dialect §9). Level and group together, or
 * one of the ids; a rule of level 0, or one that says no_ar, sets off nothing.
 */
import { encodeText } from '../ossec/byte-text.ts';
import type { RuleFacts } from '../ossec/findings/finding.ts';
import type { LoadedResponse } from '../ossec/model/verdict.ts';
import { toGroupPattern } from './os-regex.ts';
import { readRuleIds } from './rule-ids.ts';

/** What sets a response off, as loaded. */
export type LoadedTrigger = Pick<LoadedResponse, 'level' | 'rulesGroup' | 'rulesId'>;

/** For each response, in order, the rules that set it off, by ascending id. */
export const bindRules = <R extends RuleFacts>(responses: readonly LoadedTrigger[], rules: readonly R[]): R[][] =>
  responses.map((response) => {
    const fires = toTest(response);
    return rules.filter(fires).sort((a, b) => a.id - b.id);
  });

/** The test that the manager makes for one response on each rule. */
export function toTest({ level, rulesGroup, rulesId }: LoadedTrigger): (rule: RuleFacts) => boolean {
  const ids = new Set(rulesId === null ? [] : readRuleIds(rulesId));
  const isInGroup = rulesGroup === null ? null : toGroupPattern(encodeText(rulesGroup)).matches;
  const hasCriteria = level !== 0 || isInGroup !== null;
  // Rules share their group strings: each is matched once.
  const known = new Map<string, boolean>();
  const matchesGroup = (groups: string): boolean => {
    if (!isInGroup) return true;
    let answer = known.get(groups);
    if (answer === undefined) {
      answer = isInGroup(encodeText(groups));
      known.set(groups, answer);
    }
    return answer;
  };
  return (rule) => {
    if (rule.level <= 0 || rule.noAr) return false;
    if (ids.has(rule.id)) return true;
    return hasCriteria && rule.level >= level && matchesGroup(rule.groups);
  };
}
