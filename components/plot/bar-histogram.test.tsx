// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { BarHistogram } from './bar-histogram';
import { stackBars } from './stack-bars';
import { timeBuckets } from './time-buckets';

afterEach(cleanup);

const DAY = 86_400_000;
const from = Date.UTC(2026, 10, 10);
const buckets = timeBuckets({ from, to: from + 3 * DAY }, 'day', from + 2 * DAY);
const series = [
  { key: 'a', label: '5763 SSH', tone: 'plot-1', values: [1, 0, 4] },
  { key: 'b', label: '5712 SSH', tone: 'plot-2', values: [2, 0, 1] },
] as const;

test('a plot says itself in a sentence, has totals in its legend, and is a table when asked', () => {
  render(<BarHistogram label="8 runs in 3 days." buckets={buckets} series={series} unit="runs" nowLabel="Today" />);
  expect(screen.getByRole('img', { name: '8 runs in 3 days.' })).toBeTruthy();
  expect(screen.getByText('5763 SSH').closest('li')?.textContent).toBe('5763 SSH5');
  expect(screen.getByText('Today')).toBeTruthy();
  fireEvent.click(screen.getByRole('switch', { name: 'Show as table' }));
  expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
    'Time, UTC5763 SSH5712 SSHAll runs',
    'Thu 12 Nov415',
    'Wed 11 Nov000',
    'Tue 10 Nov123',
  ]);
});

test('the keyboard goes from bar to bar', () => {
  render(<BarHistogram label="x" buckets={buckets} series={series} unit="runs" />);
  const slider = screen.getByRole('slider', { name: 'Move over time' });
  expect(slider.getAttribute('aria-valuetext')).toBe('Thu 12 Nov. 5763 SSH: 4 runs, 5712 SSH: 1 runs');
  fireEvent.change(slider, { target: { value: '1' } });
  expect(slider.getAttribute('aria-valuetext')).toBe('Wed 11 Nov. No runs');
});

test('bars stand on one another, or one before the other, and none is too small to be seen', () => {
  const stacked = stackBars(series, 100, 'stacked');
  const ofLast = stacked.bars.filter(({ bucket }) => bucket === 2);
  expect(ofLast[1]?.y).toBeCloseTo((ofLast[0]?.y ?? 0) - (ofLast[1]?.height ?? 0));
  const layered = stackBars(series, 100, 'layered').bars.filter(({ bucket }) => bucket === 2);
  expect(layered.map(({ y, height }) => y + height)).toEqual([100, 100]);
  const tiny = stackBars([{ ...series[0], values: [1, 100_000] }], 100, 'stacked');
  expect(tiny.bars[0]?.height).toBe(1);
  expect(tiny.ticks.every(({ value }) => Number.isInteger(value))).toBe(true);
});
