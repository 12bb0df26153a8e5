import 'server-only';
import { ActivitySummary } from '@/components/overview/activity-summary';
import { countOutcomes, isWithin } from '@/lib/activity/ask-activity';
import type { Coverage } from '@/lib/alerts/alert-history';
import { log, reasonOf } from '@/lib/log/log';
import { loadActivity } from '@/lib/workflow/load-activity';
import type { Workspace } from '@/lib/workflow/workspace';
import { formatDay } from '../format-time';

const DAY = 86_400_000;
const DAYS = 7;

/** What ran of late; nothing where there is no history to tell it from. Overview stands without it. */
export async function OverviewActivity({ workspace }: { workspace: Workspace }) {
  const from = Date.now() - DAYS * DAY;
  const loaded = await loadActivity(workspace, from).catch((thrown) => {
    log('error', 'activity for overview failed', { reason: reasonOf(thrown) });
    return null;
  });
  if (!loaded?.coverage || loaded.coverage.alerts === 0) return null;
  const { coverage, executions, now } = loaded;
  const last = executions.find(({ outcome, startedAt }) => outcome !== 'unseen' && startedAt !== null);
  const words = last && `${last.script ?? 'a script'} on ${last.agentName}, ${formatDay(last.startedAt ?? now, now)}`;
  const counts = countOutcomes(executions.filter((one) => isWithin(one, { from, to: now })));
  return <ActivitySummary counts={counts} last={words ?? null} period={periodWords(coverage, from, now)} />;
}

/** Numbers say what they rest on. */
function periodWords({ from: known, state }: Coverage, from: number, now: number): string {
  const days = Math.max(1, Math.ceil((now - (known ?? now)) / DAY));
  const told =
    known === null || known <= from
      ? `in ${DAYS} days`
      : `in the ${days === 1 ? 'day' : `${days} days`} that ${days === 1 ? 'is' : 'are'} known`;
  return state.kind === 'ready' ? told : `${told}, so far`;
}
