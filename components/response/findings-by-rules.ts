import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import { type Finding, type RuleFacts, SEVERITIES } from '@/lib/ossec/findings/finding';
import { neverFires } from '@/lib/ossec/findings/response/never-fires';
import { silentRule } from '@/lib/ossec/findings/response/silent-rule';
import { unknownRule } from '@/lib/ossec/findings/response/unknown-rule';
import { candidatesOf } from './candidates';
import { MOST_IDS, type RuleFlag, type RuleMatchesAnswer } from './use-rules';

export type RulesAnswer = Pick<RuleMatchesAnswer, 'count' | 'flagged'>;

/** Rules as far as the manager told of them: which of the ids exist, and which of those set nothing off. */
function knownRules(ruleIds: readonly number[], flagged: readonly RuleFlag[]): RuleFacts[] {
  const why = new Map(flagged.map((flag) => [flag.id, flag.why]));
  return ruleIds
    .filter((id) => why.get(id) !== 'unknown')
    .map((id) => ({ id, groups: '', level: why.get(id) === 'level-0' ? 0 : 1, noAr: why.get(id) === 'no-ar' }));
}

/** What the checks say of the rules that are named. The browser has no rules: the manager's answer stands in for them. */
export function findingsByRules(
  values: ResponseFormValues,
  { original }: Pick<ResponseFormData, 'original'>,
  answer: RulesAnswer | null,
): Finding[] {
  const [response] = candidatesOf(values, original);
  if (!response || !answer || values.ruleIds.length > MOST_IDS) return [];
  const rules = knownRules(values.ruleIds, answer.flagged);
  const facts = { commands: [], agents: null, scripts: null };
  if (answer.count === 0) return neverFires.run({ ...facts, responses: [response], rules });
  // Something sets it off, it does not matter here what: any rule of level 1 stands for it.
  const fires = { ...facts, responses: [{ ...response, level: '1', rulesGroup: null }] };
  const any = { id: 0, level: 1, groups: '' };
  return [unknownRule, silentRule].flatMap(({ run }) => run({ ...fires, rules: [...rules, any] }));
}

/** Both, the worst first; what is said already is not said twice. */
export function joinFindings(found: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  const fresh = more.filter(({ id }) => !found.some((one) => one.id === id));
  if (fresh.length === 0) return found;
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return [...found, ...fresh].sort((a, b) => rank(a) - rank(b));
}
