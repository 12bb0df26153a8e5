import { sum } from 'd3-array';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { PlotSeries } from './plot-series';
import type { BarLayout } from './stack-bars';
import type { TimeBucket } from './time-buckets';

type Props = {
  caption: string;
  buckets: readonly TimeBucket[];
  series: readonly PlotSeries[];
  unit: string;
  layout: BarLayout;
};

/** The same numbers to read, the newest first. */
export function HistogramTable({ caption, buckets, series, unit, layout }: Props) {
  const withTotal = layout === 'stacked' && series.length > 1;
  const rows = buckets.map((bucket, index) => ({ bucket, index })).toReversed();
  return (
    <Table caption={caption} tight>
      <thead>
        <tr>
          <Th>Time, UTC</Th>
          {series.map(({ key, label }) => (
            <Th key={key} align="right">
              {label}
            </Th>
          ))}
          {withTotal && <Th align="right">All {unit}</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ bucket, index }) => (
          <Tr key={bucket.at}>
            <Td className="whitespace-nowrap">{bucket.long.replace(' UTC', '')}</Td>
            {series.map(({ key, values }) => (
              <Td key={key} num>
                {(values[index] ?? 0).toLocaleString('en-US')}
              </Td>
            ))}
            {withTotal && <Td num>{sum(series, ({ values }) => values[index] ?? 0).toLocaleString('en-US')}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
