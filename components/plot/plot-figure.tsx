'use client';

import { type ReactNode, useState } from 'react';
import { Switch } from '@/components/ui/switch';
import { grounds, type PlotSeries, totalOf } from './plot-series';

type Props = {
  /** The plot in a sentence. */
  label: string;
  legend: readonly PlotSeries[];
  /** Said under the plot: UTC, a log scale. */
  note?: ReactNode;
  table: ReactNode;
  children: ReactNode;
};

/** What every plot over time has around it: a legend with totals, and the switch to its table. */
export function PlotFigure({ label, legend, note, table, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="m-0 min-w-0" aria-label={label}>
      <figcaption className="mb-2 flex flex-wrap items-start gap-x-4 gap-y-1.5">
        <ul className="flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-1 text-12 text-fg-2">
          {legend.map((series) => (
            <li key={series.key} className="inline-flex min-w-0 items-center gap-1.5">
              <span
                aria-hidden="true"
                className={`size-[9px] shrink-0 rounded-[2px] forced-color-adjust-none ${grounds[series.tone]}`}
              />
              <span className="truncate">{series.label}</span>
              <b className="font-semibold text-fg">{totalOf(series).toLocaleString('en-US')}</b>
            </li>
          ))}
        </ul>
        <Switch checked={asTable} onChange={(event) => setAsTable(event.target.checked)} className="text-12 text-fg-2">
          Show as table
        </Switch>
      </figcaption>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to be able to scroll it.
        <section aria-label={label} tabIndex={0} className="scroll-thin max-h-72 overflow-auto">
          {table}
        </section>
      ) : (
        children
      )}
      {note && <p className="mt-1.5 text-11 text-fg-3">{note}</p>}
    </figure>
  );
}
