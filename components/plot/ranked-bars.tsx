import { max } from 'd3-array';
import type { ReactNode } from 'react';
import { Table } from '@/components/ui/table';
import { fills, type PlotTone } from './plot-series';

export type RankedRow = {
  key: string;
  label: ReactNode;
  value: number;
  /** What it is today, where the row compares: drawn behind, its number before. */
  before?: number;
  tone?: PlotTone;
};

type Props = {
  caption: string;
  rows: readonly RankedRow[];
  /** Head of the label column. */
  head: string;
  unit: string;
  /** Of the numbers, for those who listen: "in 30 days". */
  period?: string;
  tone?: PlotTone;
};

const number = (value: number) => value.toLocaleString('en-US');

/** The most of something, as bars with their numbers. It is a table, so it needs no other one. */
export function RankedBars({ caption, rows, head, unit, period, tone = 'plot-1' }: Props) {
  const top = Math.max(1, max(rows, ({ value, before = 0 }) => Math.max(value, before)) ?? 1);
  const ofPeriod = period ? `, ${period}` : '';
  const compares = rows.some(({ before }) => before !== undefined);
  return (
    <Table caption={caption} className="table-fixed text-12 [&_td]:border-b-0! [&_td]:px-0! [&_td]:py-1!">
      <colgroup>
        <col className="w-[46%]" />
        <col />
        {compares && <col className="w-12" />}
        <col className="w-12" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Bar</th>
          {compares && <th scope="col">{`${unit} before${ofPeriod}`}</th>}
          <th scope="col">{`${unit}${compares ? ' with the draft' : ''}${ofPeriod}`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td className="truncate pr-3!">{row.label}</td>
            <td>
              <svg aria-hidden="true" height={10} className="block w-full forced-color-adjust-none">
                {row.before !== undefined && (
                  <rect width={`${(row.before / top) * 100}%`} height={10} rx={1} className={fills.was} />
                )}
                <rect
                  width={`${(row.value / top) * 100}%`}
                  height={10}
                  rx={1}
                  className={fills[row.tone ?? (compares ? 'violet' : tone)]}
                />
              </svg>
            </td>
            {compares && <td className="text-right text-fg-2 tabular-nums">{number(row.before ?? 0)}</td>}
            <td className={`text-right tabular-nums ${compares ? 'font-semibold text-violet-fg' : ''}`}>
              {number(row.value)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
