import { BarHistogram } from '@/components/plot/bar-histogram';
import { foldSeries } from '@/components/plot/plot-series';
import { RankedBars } from '@/components/plot/ranked-bars';
import { Sparkline } from '@/components/plot/sparkline';
import { timeBuckets } from '@/components/plot/time-buckets';
import { Row, Specimen } from './specimen';

const DAY = 86_400_000;
const TO = Date.UTC(2026, 10, 18, 12);
const buckets = timeBuckets({ from: TO - 13 * DAY, to: TO }, 'day', TO - 1);
const wave = (size: number, shift: number) =>
  buckets.map((_, at) => Math.max(0, Math.round(size * (1 + Math.sin(at + shift)))));
const series = foldSeries(
  ['host-deny', 'firewall-drop', 'win_route-null', 'slack-notify', 'disable-account', 'yara', 'pf'].map(
    (label, at) => ({ key: label, label, values: wave(60 / (at + 1), at) }),
  ),
  (count) => `${count} others`,
);

export function Plots() {
  return (
    <Specimen title="Plots">
      <BarHistogram
        label="Runs by day and response, in 14 days."
        buckets={buckets}
        series={series}
        unit="runs"
        nowLabel="Today"
        note="Days in UTC."
      />
      <BarHistogram
        label="Runs by day, as it is and with the draft."
        buckets={buckets}
        series={[
          { key: 'before', label: 'As it is', tone: 'was', values: wave(80, 1) },
          { key: 'after', label: 'Draft', tone: 'violet', values: wave(20, 1) },
        ]}
        unit="runs"
        layout="layered"
        nowLabel="Today"
      />
      <RankedBars
        caption="Runs by agent"
        head="Agent"
        unit="Runs"
        rows={[
          { key: '12', label: 'jump-01', before: 1204, value: 171 },
          { key: '3', label: 'web-01', before: 902, value: 104 },
        ]}
      />
      <Row>
        <Sparkline values={[3, 5, 8, 0, 9, 7, 4]} /> 36
        <Sparkline values={[0, 1, 0, 0, 1, 0, 1]} /> 3
      </Row>
    </Specimen>
  );
}
