import 'server-only';
import { ActivitySummary } from '@/components/overview/activity-summary';
import { countOutcomes, isWithin } from '@/lib/activity/ask-activity';
import { loadActivity } from '@/lib/workflow/load-activity';
import type { Workspace } from '@/lib/workflow/workspace';
import { formatDay } from '../format-time';

const DAYS = 7;

/** What ran of late; nothing where there is no history to tell it from. */
export async function OverviewActivity({ workspace }: { workspace: Workspace }) {
  const from = Date.now() - DAYS * 86_400_000;
  const { coverage, executions, now } = await loadActivity(workspace, from);
  if (!coverage || coverage.alerts === 0) return null;
  const last = executions.find(({ outcome, startedAt }) => outcome !== 'unseen' && startedAt !== null);
  const words = last && `${last.script ?? 'a script'} on ${last.agentName}, ${formatDay(last.startedAt ?? now, now)}`;
  const counts = countOutcomes(executions.filter((one) => isWithin(one, { from, to: now })));
  return <ActivitySummary counts={counts} last={words ?? null} days={DAYS} />;
}
