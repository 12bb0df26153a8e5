import { sum } from 'd3-array';
import { grounds, type PlotSeries } from './plot-series';
import type { BarLayout } from './stack-bars';
import type { TimeBucket } from './time-buckets';

type Props = {
  bucket: TimeBucket;
  index: number;
  series: readonly PlotSeries[];
  unit: string;
  layout: BarLayout;
  /** The bar's middle, in percent of the width. */
  x: number;
};

/** The numbers of one bar, beside it. What screen readers hear is the slider's text. */
export function BarTooltip({ bucket, index, series, unit, layout, x }: Props) {
  const shown = layout === 'layered' ? series : series.filter(({ values }) => (values[index] ?? 0) > 0).toReversed();
  const total = sum(series, ({ values }) => values[index] ?? 0);
  return (
    <div
      aria-hidden="true"
      // Set by script after the first pointer move, so the policy against style attributes does not apply.
      style={x < 50 ? { left: `calc(${x}% + 12px)` } : { right: `calc(${100 - x}% + 12px)` }}
      className="pointer-events-none absolute top-0 z-10 min-w-32 max-w-56 rounded-control border border-line bg-overlay px-2.5 py-2 text-12 shadow-2"
    >
      <p className="font-semibold">{bucket.long}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {shown.map(({ key, label, tone, values }) => (
          <li key={key} className="flex items-center gap-1.5 text-fg-2">
            <span className={`size-2 shrink-0 rounded-[2px] ${grounds[tone]}`} />
            <span className="min-w-0 flex-1 truncate">{label}</span>
            <b className="pl-2 font-semibold text-fg tabular-nums">{(values[index] ?? 0).toLocaleString('en-US')}</b>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="text-fg-2">No {unit}</p>}
      {layout === 'stacked' && shown.length > 1 && (
        <p className="mt-1 flex border-line border-t pt-1">
          All {unit} <b className="ml-auto font-semibold tabular-nums">{total.toLocaleString('en-US')}</b>
        </p>
      )}
    </div>
  );
}
