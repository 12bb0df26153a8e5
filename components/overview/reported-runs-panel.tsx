'use client';

import Link from 'next/link';
import { BarHistogram } from '@/components/plot/bar-histogram';
import { foldSeries } from '@/components/plot/plot-series';
import { timeBuckets } from '@/components/plot/time-buckets';
import { Panel } from '@/components/ui/panel';
import type { ReportedRuns } from '@/lib/view/reported-runs';

/** What really ran, day by day; that it is not known where there is no history. */
export function ReportedRunsPanel({ reported }: { reported: ReportedRuns | null }) {
  if (!reported) {
    return (
      <Panel title="Executions">
        <p className="px-4 pt-1 pb-3.5 text-fg-2">
          Not known: there are no past alerts to tell it from. The manager writes them with jsonout_output on.
        </p>
      </Panel>
    );
  }
  const { from, to, days, isWhole, soFar, runs, byDay } = reported;
  const buckets = timeBuckets({ from, to }, 'day', to - 1);
  const place = new Map(buckets.map(({ at }, index) => [at, index]));
  const values = new Map<string, number[]>();
  for (const { at, script, runs: count } of byDay) {
    const row = values.get(script) ?? new Array<number>(buckets.length).fill(0);
    const bucket = place.get(at);
    if (bucket !== undefined) row[bucket] = count;
    values.set(script, row);
  }
  const series = [...values].map(([script, counts]) => ({ key: script, label: script, values: counts }));
  const period = isWhole
    ? `the last ${days} days`
    : days === 1
      ? 'the day that is known'
      : `the ${days} days that are known`;
  const words = `${runs.toLocaleString('en-US')} in ${period}${soFar ? ', so far' : ''}`;
  return (
    <Panel
      title="Executions"
      sub={words}
      more={
        <Link href="/activity" className="link">
          Activity
        </Link>
      }
    >
      <div className="px-4 pt-1 pb-3.5">
        {runs === 0 ? (
          <p className="text-fg-2">
            {soFar ? 'No script reported a run in the alerts that are in so far.' : 'No script reported a run.'}
          </p>
        ) : (
          <BarHistogram
            label={`Runs that scripts reported: ${words}, by day and script.`}
            buckets={buckets}
            series={foldSeries(series, (count) => `${count} other scripts`)}
            unit="runs"
            height={180}
            nowLabel="Today"
            note="As scripts reported them. Days in UTC."
          />
        )}
      </div>
    </Panel>
  );
}
