import * as z from 'zod/mini';
import { alertsByLevel } from '@/lib/alerts/backtest/backtest-response';
import { decideVariants } from '@/lib/alerts/backtest/decide-variants';
import { reportPieces } from '@/lib/ruleset/group-pieces';
import type { Rule } from '@/lib/ruleset/rule';
import type { RulesIndex } from '@/lib/ruleset/rules-index';
import type { PastAlerts } from '@/lib/workflow/backtest/load-past-alerts';
import { answerRules, matchedRules, shownRule, triggerQuery } from '../answer-rules';

const PAGE = 50;

const query = z.object({ ...triggerQuery, page: z.optional(z.string().check(z.regex(/^\d{1,3}$/))) });

/** Which rules set off such a response: how many by level and group, how many by id, a page of them, and their alerts. */
export function GET(request: Request) {
  return answerRules(request, query, ({ level, group, ids, page }, { index, past }) => {
    const byLevelAndGroup = matchedRules(index, { level, group });
    const asked = [...new Set((ids ?? '').split(',').filter(Boolean).map(Number))];
    const byIds = asked.flatMap((id) => index.byId.get(id) ?? []).filter((rule) => rule.level > 0 && !rule.noAr);
    const all = [...new Set([...byLevelAndGroup, ...byIds])].sort(byAlerts(past));
    const at = Math.min(Number(page ?? 0), Math.max(0, Math.ceil(all.length / PAGE) - 1));
    return {
      count: all.length,
      byLevelAndGroup: byLevelAndGroup.size,
      byIds: byIds.length,
      flagged: asked.flatMap((id) => flagOf(id, index)),
      pieces: group === undefined ? [] : reportPieces(group, index.rules),
      page: at,
      pages: Math.ceil(all.length / PAGE),
      rules: all.slice(at * PAGE, (at + 1) * PAGE).map((rule) => shownRule(rule, byLevelAndGroup.has(rule), past)),
      past: past && pastOf(past, { level, group, ids }),
    };
  });
}

/** An id that sets nothing off, and why. */
function flagOf(id: number, { byId }: RulesIndex): { id: number; why: 'unknown' | 'level-0' | 'no-ar' }[] {
  const rule = byId.get(id);
  if (!rule) return [{ id, why: 'unknown' }];
  if (rule.noAr) return [{ id, why: 'no-ar' }];
  return rule.level === 0 ? [{ id, why: 'level-0' }] : [];
}

const byAlerts = (past: PastAlerts | null) => (a: Rule, b: Rule) =>
  (past?.byRule.get(b.id) ?? 0) - (past?.byRule.get(a.id) ?? 0) || a.id - b.id;

type Trigger = { level?: string | undefined; group?: string | undefined; ids?: string | undefined };

function pastOf({ known, facts }: PastAlerts, { level, group, ids }: Trigger) {
  const both = { level: Number(level ?? 0), rulesGroup: group ?? null };
  const alertsOf = (rulesId: string | null) =>
    decideVariants({ ...both, rulesId }, facts).reduce((sum, { alerts }) => sum + alerts, 0);
  return {
    days: known.knownDays,
    levels: alertsByLevel(facts.map(({ variant }) => variant)),
    byLevelAndGroup: alertsOf(null),
    all: alertsOf(ids ?? null),
  };
}
