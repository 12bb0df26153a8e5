import { NextResponse } from 'next/server';
import * as z from 'zod/mini';
import { requestFrom } from '@/app/request-from';
import { requirePerson } from '@/app/require-person';
import { triggerQuery } from '@/app/rules/answer-rules';
import { backtestResponse } from '@/lib/alerts/backtest/backtest-response';
import { stockKindOf } from '@/lib/ossec/findings/stock-commands';
import type { BacktestDays } from '@/lib/view/backtest';
import { agentsEach, reachedByAll } from '@/lib/workflow/backtest/draft-responses';
import { loadSetting } from '@/lib/workflow/backtest/load-setting';
import { loadWorkspace } from '@/lib/workflow/workspace';

const query = z.object({
  ...triggerQuery,
  days: z.enum(['1', '7', '30']),
  executable: z.optional(z.string().check(z.maxLength(260))),
  location: z.optional(z.enum(['local', 'server', 'defined-agent', 'all'])),
  /** How many agents were picked. */
  agents: z.optional(z.string().check(z.regex(/^\d{1,5}$/))),
  timeout: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  /** Makes an address new, so that the same question is asked again. */
  again: z.optional(z.string().check(z.maxLength(9))),
});

/** What a response as typed so far would have done to past alerts. */
export async function GET(request: Request) {
  const person = await requirePerson('view');
  if (person instanceof Response) return person;
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return NextResponse.json({ error: 'invalid' }, { status: 400 });
  const loaded = await loadWorkspace(person.id);
  if (!loaded.ok) return NextResponse.json({ error: loaded.failure.code }, { status: 503 });
  const { workspace } = loaded;
  const { level, group, ids, days, executable, location, agents, timeout } = asked.data;
  const [{ history, setting }, known] = await Promise.all([
    loadSetting(workspace, (await requestFrom()).address),
    workspace.manager.loadAgents(),
  ]);
  const answer = await backtestResponse(
    history,
    {
      trigger: { level: Number(level ?? 0), rulesGroup: group ?? null, rulesId: ids ?? null },
      needs: executable === undefined ? null : (stockKindOf(executable)?.needs ?? null),
      timeoutSeconds: timeout === undefined ? null : Number(timeout),
      agentsEach:
        location === 'defined-agent'
          ? Math.max(1, Number(agents ?? 1))
          : agentsEach(location ?? null, reachedByAll(known.agents)),
      days: Number(days) as BacktestDays,
    },
    setting,
  );
  return NextResponse.json(answer, { headers: { 'Cache-Control': 'no-store' } });
}
