import { BarHistogram } from '@/components/plot/bar-histogram';
import { foldSeries } from '@/components/plot/plot-series';
import { timeBuckets } from '@/components/plot/time-buckets';
import type { Backtest } from '@/lib/view/backtest';
import { periodWords, runsWord } from './backtest-words';

/** Runs over time, stacked by rule. */
export function RunHistogram({ backtest }: { backtest: Backtest }) {
  const { known, step, byTime, rules, runs } = backtest;
  const buckets = timeBuckets({ from: known.from, to: known.period.to }, step, known.period.to - 1);
  const place = new Map(buckets.map(({ at }, index) => [at, index]));
  const firing = rules.filter((rule) => rule.runs > 0);
  const valuesOf = new Map(firing.map(({ id }) => [id, new Array<number>(buckets.length).fill(0)]));
  for (const one of byTime) {
    const at = place.get(one.at);
    const values = valuesOf.get(one.ruleId);
    if (values && at !== undefined) values[at] = one.runs;
  }
  const series = firing.map(({ id, description }) => ({
    ...{ key: String(id), label: `${id} ${description}`, values: valuesOf.get(id) ?? [] },
  }));
  const top = rules[0];
  const label = `${runsWord(runs)} ${periodWords(known)}, by ${step} and rule.${top ? ` Most by rule ${top.id}: ${runsWord(top.runs)}.` : ''}`;
  return (
    <BarHistogram
      label={label}
      buckets={buckets}
      series={foldSeries(series, (count) => `${count} other rules`)}
      unit="runs"
      height={96}
      nowLabel={step === 'day' ? 'Today' : 'Now'}
      note={step === 'day' ? 'Days in UTC.' : 'Hours in UTC.'}
    />
  );
}
