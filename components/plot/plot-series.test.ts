import { expect, test } from 'vitest';
import { foldSeries } from './plot-series';
import { timeBuckets } from './time-buckets';

const series = (key: string, ...values: number[]) => ({ key, label: key, values });

test('the largest come first, and from six on the small ones are one', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, at) => series(key, at, at));
  const folded = foldSeries(many, (count) => `${count} others`);
  expect(folded.map(({ key }) => key)).toEqual(['f', 'e', 'd', 'c', 'rest']);
  expect(folded.at(-1)).toEqual({ key: 'rest', label: '2 others', values: [1, 1], tone: 'plot-5' });
  expect(foldSeries(many.slice(0, 5), String).map(({ tone }) => tone)).toEqual([
    'plot-1',
    'plot-2',
    'plot-3',
    'plot-4',
    'plot-5',
  ]);
});

test('every hour and day of a period has a bucket, also those without alerts', () => {
  const from = Date.UTC(2026, 10, 12, 22, 30);
  const hours = timeBuckets({ from, to: from + 2 * 3_600_000 }, 'hour', from);
  expect(hours.map(({ label, isNow }) => [label, isNow])).toEqual([
    ['22:00', true],
    ['23:00', false],
    ['13 Nov', false],
  ]);
  expect(hours[0]?.long).toBe('Thu 12 Nov, 22:00 to 23:00 UTC');
  const days = timeBuckets({ from: Date.UTC(2026, 9, 30), to: Date.UTC(2026, 10, 2) }, 'day', 0);
  expect(days.map(({ long }) => long)).toEqual(['Fri 30 Oct', 'Sat 31 Oct', 'Sun 1 Nov']);
});
