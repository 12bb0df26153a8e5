/* What the numbers of a backtest cannot show, in words. Pure. */
import type { RuleFacts } from '../../ossec/findings/finding.ts';
import type { BacktestLimit, BacktestRule } from '../../view/backtest.ts';

const REPORT_RULES = new Set([601, 602, 603, 604, 605, 606, 607, 651, 652, 653, 654, 655, 656, 657, 658]);
const MOST_NAMED = 3;

type Facts = {
  /** The rules of the manager that set the response off. */
  bound: readonly RuleFacts[];
  hits: readonly BacktestRule[];
  /** The rules that the manager has now; empty when nobody could read them. */
  byId: ReadonlyMap<number, RuleFacts>;
  logLevel: number;
  note: string | null;
};

export function backtestLimits({ bound, hits, byId, logLevel, note }: Facts): BacktestLimit[] {
  const unlogged = bound.filter(({ level }) => level < logLevel);
  const loop = bound.filter(({ id }) => REPORT_RULES.has(id));
  const loopRuns = hits.filter(({ id }) => REPORT_RULES.has(id)).reduce((sum, { runs }) => sum + runs, 0);
  const gone = byId.size === 0 ? [] : hits.filter(({ id, runs }) => runs > 0 && !byId.has(id));
  return [
    ...(unlogged.length > 0 ? [unloggedLimit(unlogged, logLevel)] : []),
    ...(loop.length > 0 || loopRuns > 0 ? [loopLimit(loop, loopRuns)] : []),
    ...(gone.length > 0 ? [goneLimit(gone)] : []),
    ...(note ? [{ key: 'inexact' as const, title: 'Some numbers are not exact', detail: note }] : []),
  ];
}

const named = (rules: readonly { id: number }[]): string =>
  rules.length > MOST_NAMED ? '' : ` (${rules.map(({ id }) => id).join(', ')})`;

const unloggedLimit = (rules: readonly RuleFacts[], logLevel: number): BacktestLimit => ({
  key: 'unlogged',
  title:
    rules.length === 1
      ? 'History cannot show one of the rules'
      : `History cannot show ${rules.length.toLocaleString('en-US')} of the rules`,
  detail: `Their level is below ${logLevel}${named(rules)}. The manager writes no alerts for them (log_alert_level), but they set it off all the same. Expect more runs than shown.`,
});

const loopLimit = (rules: readonly RuleFacts[], runs: number): BacktestLimit => ({
  key: 'self-feeding',
  title: 'It can set itself off',
  detail: `The rules 601 to 607 and 651 to 658 are the reports of responses that ran${
    rules.length > 0 ? `; ${rules.length} of them match` : ''
  }${runs > 0 ? `, with ${runs.toLocaleString('en-US')} past alerts` : ''}. Each run could cause the next one, more often than history shows.`,
});

function goneLimit(hits: readonly BacktestRule[]): BacktestLimit {
  // One rule may set several responses off.
  const rules = [...new Map(hits.map((rule) => [rule.id, rule])).values()];
  const runs = hits.reduce((sum, one) => sum + one.runs, 0).toLocaleString('en-US');
  const [title, whose] =
    rules.length === 1
      ? ['One of these rules is not on the manager now', 'Its']
      : [`${rules.length.toLocaleString('en-US')} of these rules are not on the manager now`, 'Their'];
  return {
    key: 'gone',
    title,
    detail: `${whose} past alerts${named(rules)} are counted, ${runs} of the runs. Without the rule such alerts do not come again.`,
  };
}
