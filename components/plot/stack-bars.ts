import { max, nice, ticks } from 'd3-array';
import type { PlotSeries } from './plot-series';

/** One drawn piece, in percent of the width and in pixels from the top. */
export type Bar = {
  key: string;
  bucket: number;
  series: PlotSeries;
  x: number;
  width: number;
  y: number;
  height: number;
};

export type BarLayout = 'stacked' | 'layered';

type Drawn = { bars: Bar[]; ticks: { value: number; y: number }[] };

/** The part of a bucket's width that its bar takes. */
const SHARE = 0.76;

/** Bars of a histogram: `stacked` adds up, `layered` puts one before the other, the last one in front. */
export function stackBars(series: readonly PlotSeries[], height: number, layout: BarLayout): Drawn {
  const buckets = series[0]?.values.length ?? 0;
  const indexes = Array.from({ length: buckets }, (_, bucket) => bucket);
  const heightOf = (bucket: number) =>
    layout === 'stacked'
      ? series.reduce((total, { values }) => total + (values[bucket] ?? 0), 0)
      : (max(series, ({ values }) => values[bucket] ?? 0) ?? 0);
  const [, top] = nice(0, Math.max(max(indexes, heightOf) ?? 0, 4), 4);
  const scale = (value: number) => (value / top) * height;
  const bars = indexes.flatMap((bucket) => {
    let below = 0;
    return series.flatMap((one) => {
      const value = one.values[bucket] ?? 0;
      if (value === 0) return [];
      const tall = Math.max(scale(value), 1);
      const bar = {
        key: `${bucket} ${one.key}`,
        bucket,
        series: one,
        x: ((bucket + (1 - SHARE) / 2) / buckets) * 100,
        width: (SHARE / buckets) * 100,
        y: height - below - tall,
        height: tall,
      };
      if (layout === 'stacked') below += tall;
      return [bar];
    });
  });
  const marks = ticks(0, top, 4).filter(Number.isInteger);
  return { bars, ticks: marks.map((value) => ({ value, y: height - scale(value) })) };
}
