import { sum } from 'd3-array';

/** Five for what is told apart, the rest for what has a meaning of its own: what runs today, the draft, every agent. */
export type PlotTone = 'plot-1' | 'plot-2' | 'plot-3' | 'plot-4' | 'plot-5' | 'was' | 'violet' | 'red';

/** `values` has one number a bucket. */
export type PlotSeries = { key: string; label: string; tone: PlotTone; values: readonly number[] };

export const fills: Record<PlotTone, string> = {
  'plot-1': 'fill-plot-1',
  'plot-2': 'fill-plot-2',
  'plot-3': 'fill-plot-3',
  'plot-4': 'fill-plot-4',
  'plot-5': 'fill-plot-5',
  was: 'fill-was',
  violet: 'fill-violet-solid',
  red: 'fill-red-solid',
};

export const grounds: Record<PlotTone, string> = {
  'plot-1': 'bg-plot-1',
  'plot-2': 'bg-plot-2',
  'plot-3': 'bg-plot-3',
  'plot-4': 'bg-plot-4',
  'plot-5': 'bg-plot-5',
  was: 'bg-was',
  violet: 'bg-violet-solid',
  red: 'bg-red-solid',
};

const TONES = ['plot-1', 'plot-2', 'plot-3', 'plot-4', 'plot-5'] as const;

export const totalOf = ({ values }: Pick<PlotSeries, 'values'>): number => sum(values);

/** The largest first, in the five tones; where there are more than five, the small ones become one. */
export function foldSeries(
  all: readonly Omit<PlotSeries, 'tone'>[],
  restLabel: (count: number) => string,
): PlotSeries[] {
  const sorted = all.toSorted((a, b) => totalOf(b) - totalOf(a));
  const kept = sorted.length > TONES.length ? sorted.slice(0, TONES.length - 1) : sorted;
  const rest = sorted.slice(kept.length);
  const folded = rest.length > 0 ? [...kept, foldRest(rest, restLabel(rest.length))] : kept;
  return folded.map((series, at) => ({ ...series, tone: TONES[at] ?? 'plot-5' }));
}

const foldRest = (rest: readonly Omit<PlotSeries, 'tone'>[], label: string): Omit<PlotSeries, 'tone'> => ({
  key: 'rest',
  label,
  values: (rest[0]?.values ?? []).map((_, bucket) => sum(rest, ({ values }) => values[bucket] ?? 0)),
});
