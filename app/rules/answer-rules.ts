import 'server-only';
import { NextResponse } from 'next/server';
import * as z from 'zod/mini';
import { requirePerson } from '@/app/require-person';
import type { Rule } from '@/lib/ruleset/rule';
import { groupNames, isComplianceGroup, type RulesIndex, rulesThatFire } from '@/lib/ruleset/rules-index';
import { loadPastAlerts, type PastAlerts } from '@/lib/workflow/backtest/load-past-alerts';
import { loadRulesIndex } from '@/lib/workflow/load-rules-index';
import { loadWorkspace } from '@/lib/workflow/workspace';

/** The trigger of a form, as far as it is given. */
export const triggerQuery = {
  level: z.optional(z.string().check(z.regex(/^\d{1,2}$/))),
  group: z.optional(z.string().check(z.maxLength(2000))),
  ids: z.optional(z.string().check(z.maxLength(6000), z.regex(/^\d{1,9}(,\d{1,9})*$/))),
};

type Trigger = { level?: string | undefined; group?: string | undefined };

/** The rules that level and group together match; none while neither is given. */
export const matchedRules = (index: RulesIndex, { level, group }: Trigger): ReadonlySet<Rule> =>
  new Set(rulesThatFire(index, { level: level ?? null, rulesGroup: group ?? null, rulesId: null }));

/** A rule as the form shows it. */
export const shownRule = (rule: Rule, covered: boolean, past: PastAlerts | null) => ({
  id: rule.id,
  level: rule.level,
  description: rule.description,
  groups: groupNames(rule.groups)
    .filter((name) => !isComplianceGroup(name))
    .slice(0, 12),
  noAr: rule.noAr,
  /** The file whose definition replaced another one; null for a rule that nobody replaced. */
  overwrittenIn: rule.overwritten ? rule.file : null,
  covered,
  /** Of the last 30 days; null while there is no history. */
  alerts: past && (past.byRule.get(rule.id) ?? 0),
});

export type Ruleset = { index: RulesIndex; past: PastAlerts | null };

/** The door of both routes: who asks, is the query what the schema says, the rules, and the alerts they raised. */
export async function answerRules<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
  answer: (query: z.output<Schema>, ruleset: Ruleset) => object,
): Promise<Response> {
  const person = await requirePerson('view');
  if (person instanceof Response) return person;
  const query = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return NextResponse.json({ error: 'invalid' }, { status: 400 });
  const loaded = await loadWorkspace(person.id);
  if (!loaded.ok) return NextResponse.json({ error: loaded.failure.code }, { status: 503 });
  const { manager, config } = loaded.workspace;
  const index = await loadRulesIndex(manager, config);
  const past = await loadPastAlerts(loaded.workspace, index);
  return NextResponse.json(answer(query.data, { index, past }), { headers: { 'Cache-Control': 'no-store' } });
}
