import * as z from 'zod/mini';
import { answerRules, matchedRules, shownRule, triggerQuery } from '../answer-rules';

const MOST = 20;

/** Which rules set off such a response: how many by level and group, how many by id, and some of them. */
export function GET(request: Request) {
  return answerRules(request, z.object(triggerQuery), ({ level, group, ids }, index) => {
    const byLevelAndGroup = matchedRules(index, { level, group });
    const asked = [...new Set((ids ?? '').split(',').filter(Boolean).map(Number))];
    const byIds = asked.flatMap((id) => index.byId.get(id) ?? []).filter((rule) => rule.level > 0 && !rule.noAr);
    const all = index.rules.filter((rule) => byLevelAndGroup.has(rule) || byIds.includes(rule));
    return {
      count: all.length,
      byLevelAndGroup: byLevelAndGroup.size,
      byIds: byIds.length,
      unknownIds: asked.filter((id) => !index.byId.has(id)),
      sample: all.slice(0, MOST).map((rule) => shownRule(rule, byLevelAndGroup.has(rule))),
    };
  });
}
