import * as z from 'zod/mini';
import { searchRules } from '@/lib/ruleset/search-rules';
import { answerRules, matchedRules, shownRule, triggerQuery } from '../answer-rules';

const MOST = 30;

const query = z.object({ q: z.string().check(z.maxLength(200)), ...triggerQuery });

/** Rules by id, words or groups; each says whether level and group match it already, and what it would add. */
export function GET(request: Request) {
  return answerRules(request, query, ({ q, level, group }, { index, past }) => {
    const { rules, total } = searchRules(index, { query: q, limit: MOST, alerts: past?.byRule ?? null });
    const matched = matchedRules(index, { level, group });
    return {
      rules: rules.map((rule) => shownRule(rule, matched.has(rule), past)),
      total,
      known: index.rules.length,
      exact: /^\d{1,9}$/.test(q.trim()) && index.byId.has(Number(q.trim())),
    };
  });
}
