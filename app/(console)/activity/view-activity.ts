import 'server-only';
import { formatDay, formatSpan, formatTime } from '@/app/format-time';
import { countOutcomes, isInForce, type TroubledAgent } from '@/lib/activity/ask-activity';
import type { Execution } from '@/lib/activity/execution';
import { type LaidMark, layTimeline, timelineTicks } from '@/lib/activity/lay-timeline';
import { OUTCOME_WORDS } from '@/lib/activity/outcome-words';
import type { ActivityQuery, ActivityRow, Timeline, TroubleRow } from '@/lib/view/activity';
import { activityHref } from './activity-query';

type Period = { from: number; to: number };

const scriptOf = ({ script }: Execution): string => script ?? 'unknown script';

const lastedWords = ({ startedAt, endedAt, dueAt, outcome }: Execution, now: number): string | null => {
  if (startedAt === null) return null;
  if (endedAt !== null) return formatSpan(endedAt - startedAt);
  if (outcome === 'running') return dueAt === null ? 'in force' : `${formatSpan(dueAt - now)} left`;
  return outcome === 'permanent' ? `${formatSpan(now - startedAt)} so far` : null;
};

export function toRow(execution: Execution, query: ActivityQuery, now: number): ActivityRow {
  const { cause, startedAt, target, response } = execution;
  const traced = new URLSearchParams({
    alert: cause.id ?? '',
    agent: execution.agentId,
    ...(response && { response }),
  });
  return {
    ...{ key: execution.key, outcome: execution.outcome, agentId: execution.agentId, agentName: execution.agentName },
    when: startedAt === null ? null : formatDay(startedAt, now),
    ago: startedAt === null ? 'before what is known' : `${formatSpan(now - startedAt)} ago`,
    iso: startedAt === null ? null : new Date(startedAt).toISOString(),
    lasted: lastedWords(execution, now),
    ...{ command: execution.command, script: scriptOf(execution), target, renewals: execution.renewals },
    responseHref: response === null ? null : `/responses/${response}`,
    rule:
      cause.ruleId === null
        ? 'By hand, or not said'
        : `${cause.ruleId}${cause.description ? `, ${cause.description}` : ''}`,
    alertHref: cause.id === null ? null : activityHref(query, { alert: cause.id }),
    traceHref: cause.id === null ? null : `/trace?${traced}`,
    ...{ why: execution.why, said: execution.said },
  };
}

const LANES_SHOWN = 14;

const plainDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

export function toTimeline(
  executions: readonly Execution[],
  query: ActivityQuery,
  period: Period,
  now: number,
): Timeline {
  const laneOf =
    query.by === 'agent'
      ? ({ agentId, agentName }: Execution) => ({ key: agentId, label: agentName })
      : (one: Execution) => ({
          key: one.response ?? scriptOf(one),
          label: one.response === null ? `${scriptOf(one)}, no response` : one.command,
        });
  const lanes = layTimeline(executions, period, laneOf, now);
  const counts = countOutcomes(executions);
  const said = counts.flatMap(({ outcome, count }) => (count > 0 ? [`${count} ${OUTCOME_WORDS[outcome].many}`] : []));
  const whole = `${executions.length} ${executions.length === 1 ? 'run' : 'runs'}`;
  return {
    label: `${whole} from ${formatDay(period.from, now)} to ${formatDay(period.to, now)}, one lane ${query.by === 'agent' ? 'an agent' : 'a response'}: ${said.join(', ') || 'none'}.`,
    lanes: lanes.slice(0, LANES_SHOWN).map(({ marks, ...lane }) => ({
      ...lane,
      marks: visible(marks).map(({ execution, ...mark }) => ({
        ...{ key: execution.key, outcome: execution.outcome, ...mark },
        words: markWords(execution, now),
        href: execution.cause.id === null ? null : activityHref(query, { alert: execution.cause.id }),
      })),
      counts: Object.fromEntries(
        countOutcomes(marks.map(({ execution }) => execution)).flatMap(({ outcome, count }) =>
          count > 0 ? [[outcome, count]] : [],
        ),
      ),
    })),
    hidden: Math.max(0, lanes.length - LANES_SHOWN),
    ticks: timelineTicks(period).map(({ at, x, isDays }) => ({
      x,
      label: isDays ? plainDay.format(at) : formatTime(at),
    })),
    counts,
  };
}

/** Of marks that cover each other the last one is seen: the others are left out, there may be thousands. */
function visible(marks: readonly LaidMark[]): LaidMark[] {
  const nearly = (percent: number) => Math.round(percent * 5);
  const seen = new Map(
    marks.map((mark) => [`${mark.execution.outcome} ${mark.row} ${nearly(mark.x)} ${nearly(mark.width)}`, mark]),
  );
  return [...seen.values()];
}

function markWords(execution: Execution, now: number): string {
  const { startedAt, target, agentName, outcome } = execution;
  const when = startedAt === null ? 'before what is known' : formatDay(startedAt, now);
  const lasted = lastedWords(execution, now);
  return [
    `${scriptOf(execution)} on ${agentName}${target === null ? '' : `, ${target}`}`,
    `${when}${lasted === null ? '' : `, ${lasted}`}`,
    OUTCOME_WORDS[outcome].one,
  ].join('\n');
}

const part = (count: number, words: string): string[] => (count > 0 ? [`${count} ${words}`] : []);

export const toTrouble = (trouble: TroubledAgent, query: ActivityQuery): TroubleRow => ({
  key: `${trouble.agentId} ${trouble.script}`,
  ...{ agentName: trouble.agentName, script: trouble.script ?? 'unknown script', why: trouble.why, said: trouble.said },
  counts: [
    ...part(trouble.failed, 'failed'),
    ...part(trouble.unseen, 'expected and not seen'),
    ...part(trouble.fine, 'fine'),
  ].join(', '),
  // Trouble is told of the whole period, whatever is asked for.
  href: activityHref(query, { agent: trouble.agentId, response: trouble.script ?? '', outcome: '', q: '' }),
});

/** The soonest end first, those without one last. */
export const inForce = (executions: readonly Execution[]): Execution[] =>
  executions
    .filter(isInForce)
    .sort((a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER));
