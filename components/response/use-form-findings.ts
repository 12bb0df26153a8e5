'use client';

import { useMemo } from 'react';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { Finding } from '@/lib/ossec/findings/finding';
import { writtenGroup } from './preview-xml';
import { hasNoTrigger } from './steps';
import { useFindings, useLoaded } from './use-findings';
import { matchesUrl, type RuleMatchesAnswer, useAnswer } from './use-rules';

async function loadByRules() {
  const { findingsByRules, joinFindings } = await import('./findings-by-rules');
  return { findingsByRules, joinFindings };
}

/** What the manager's rules say of the trigger: only it has them. Null until it answered for what stands there now. */
function useRulesAnswer(values: ResponseFormValues, { rules }: ResponseFormData): RuleMatchesAnswer | null {
  const { level, ruleIds } = values;
  const asks = rules !== null && !hasNoTrigger(values);
  const url = asks ? matchesUrl({ level, group: writtenGroup(values), ids: ruleIds }) : null;
  const { answer, loading, failed } = useAnswer<RuleMatchesAnswer>(url);
  return loading || failed ? null : answer;
}

/** What is wrong with the response as typed, with what the manager says of the rules it names. */
export function useFormFindings(
  values: ResponseFormValues,
  initial: ResponseFormValues,
  data: ResponseFormData,
): readonly Finding[] | null {
  const found = useFindings(values, initial, data);
  const answer = useRulesAnswer(values, data);
  const isOpen = values.command === '' && values.newCommand === null;
  const byRules = useLoaded(loadByRules, !isOpen && answer !== null);
  return useMemo(() => {
    if (found === null || byRules === null || isOpen) return found;
    return byRules.joinFindings(found, byRules.findingsByRules(values, data, answer));
  }, [found, byRules, isOpen, values, data, answer]);
}
