'use client';

import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { BarTooltip } from './bar-tooltip';
import { HistogramTable } from './histogram-table';
import { PlotFigure } from './plot-figure';
import { fills, type PlotSeries } from './plot-series';
import { type BarLayout, stackBars } from './stack-bars';
import type { TimeBucket } from './time-buckets';

export type HistogramProps = {
  /** The plot in a sentence, with its numbers. */
  label: string;
  buckets: readonly TimeBucket[];
  /** From the bottom up. */
  series: readonly PlotSeries[];
  /** What is counted: "runs". */
  unit: string;
  layout?: BarLayout;
  height?: number;
  /** What the bucket that is not over is called. */
  nowLabel?: string;
  note?: string;
};

const AXIS = 20;
const MOST_LABELS = 6;

/** Bars over time, with a legend, a tooltip for pointer and arrow keys, and its numbers as a table. */
export function BarHistogram(props: HistogramProps) {
  const { label, buckets, series, unit, layout = 'stacked', height = 120, note } = props;
  return (
    <PlotFigure
      label={label}
      legend={series}
      note={note}
      table={<HistogramTable caption={label} {...{ buckets, series, unit, layout }} />}
    >
      <Plot {...props} {...{ layout, height }} />
    </PlotFigure>
  );
}

function Plot({
  label,
  buckets,
  series,
  unit,
  layout,
  height,
  nowLabel,
}: HistogramProps & { layout: BarLayout; height: number }) {
  const [active, setActive] = useState<number | null>(null);
  const [last, setLast] = useState(buckets.length - 1);
  const { bars, ticks } = stackBars(series, height, layout);
  const center = (bucket: number) => ((bucket + 0.5) / buckets.length) * 100;
  const every = Math.max(1, Math.ceil(buckets.length / MOST_LABELS));
  const choose = (bucket: number) => {
    setActive(bucket);
    setLast(bucket);
  };
  const at = Math.min(last, buckets.length - 1);
  return (
    <div className="flex">
      <svg aria-hidden="true" width={36} height={height + AXIS} className="shrink-0 overflow-visible">
        {ticks.map(({ value, y }) => (
          <text key={value} x={30} y={y + 4} textAnchor="end" className="fill-fg-3 text-11 tabular-nums">
            {value.toLocaleString('en-US', { notation: value >= 10_000 ? 'compact' : 'standard' })}
          </text>
        ))}
      </svg>
      <div className="relative min-w-0 flex-1 rounded-tag has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        <svg role="img" aria-label={label} height={height + AXIS} className="block w-full overflow-visible">
          {ticks.map(({ value, y }) => (
            <line
              key={value}
              x2="100%"
              y1={y}
              y2={y}
              className={cx('[shape-rendering:crispEdges]', value === 0 ? 'stroke-line-strong' : 'stroke-line')}
            />
          ))}
          {active !== null && (
            <rect
              x={`${(active / buckets.length) * 100}%`}
              width={`${100 / buckets.length}%`}
              height={height}
              className="fill-nav-current"
            />
          )}
          {bars.map((bar) => (
            <rect
              key={bar.key}
              x={`${bar.x}%`}
              width={`${bar.width}%`}
              y={bar.y}
              height={bar.height}
              className={cx(
                'stroke-surface stroke-[0.75] forced-color-adjust-none',
                fills[bar.series.tone],
                buckets[bar.bucket]?.isNow && layout === 'stacked' && 'opacity-65',
              )}
            />
          ))}
          {buckets.map((bucket, index) => {
            const isLast = index === buckets.length - 1;
            if ((buckets.length - 1 - index) % every !== 0) return null;
            const edge = buckets.length > 12 && (isLast || index === 0);
            return (
              <text
                key={bucket.at}
                x={edge ? (isLast ? '100%' : '0%') : `${center(index)}%`}
                y={height + 15}
                textAnchor={edge ? (isLast ? 'end' : 'start') : 'middle'}
                className={cx('text-11', bucket.isNow ? 'fill-fg font-semibold' : 'fill-fg-3')}
              >
                {bucket.isNow && nowLabel ? nowLabel : bucket.label}
              </text>
            );
          })}
        </svg>
        {buckets.length > 0 && (
          <input
            type="range"
            aria-label="Move over time"
            aria-valuetext={valueText(buckets[at], series, at, unit)}
            min={0}
            max={buckets.length - 1}
            value={at}
            onChange={(event) => choose(Number(event.target.value))}
            onFocus={(event) => event.target.matches(':focus-visible') && setActive(at)}
            onBlur={() => setActive(null)}
            onPointerMove={({ nativeEvent, currentTarget }) =>
              choose(bucketAt(nativeEvent.offsetX / currentTarget.clientWidth, buckets.length))
            }
            onPointerLeave={() => setActive(null)}
            className="absolute inset-0 m-0 size-full cursor-crosshair appearance-none opacity-0"
          />
        )}
        {active !== null && buckets[active] && (
          <BarTooltip bucket={buckets[active]} x={center(active)} {...{ series, unit, layout, index: active }} />
        )}
      </div>
    </div>
  );
}

const bucketAt = (share: number, count: number): number => Math.min(count - 1, Math.max(0, Math.floor(share * count)));

function valueText(bucket: TimeBucket | undefined, series: readonly PlotSeries[], at: number, unit: string): string {
  const parts = series.flatMap(({ label, values }) => (values[at] ? [`${label}: ${values[at]} ${unit}`] : []));
  return `${bucket?.long}. ${parts.length > 0 ? parts.join(', ') : `No ${unit}`}`;
}
