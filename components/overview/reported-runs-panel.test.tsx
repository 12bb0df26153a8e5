// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ReportedRuns } from '@/lib/view/reported-runs';
import { ActivitySummary } from './activity-summary';
import { ReportedRunsPanel } from './reported-runs-panel';

afterEach(cleanup);

const DAY = 86_400_000;
const to = Date.UTC(2026, 6, 24, 12);
const reported: ReportedRuns = {
  ...{ from: to - 2 * DAY, to, days: 2, isWhole: false, soFar: false, runs: 1204 },
  byDay: [{ at: Date.UTC(2026, 6, 24), script: 'host-deny', runs: 1204 }],
};

test.each<[Partial<ReportedRuns>, string]>([
  [{}, '1,204 in the 2 days that are known'],
  [{ days: 1 }, '1,204 in the day that is known'],
  [{ isWhole: true, days: 14 }, '1,204 in the last 14 days'],
  [{ soFar: true }, '1,204 in the 2 days that are known, so far'],
])('the numbers say what they rest on: %o', (more, words) => {
  render(<ReportedRunsPanel reported={{ ...reported, ...more }} />);
  expect(screen.getByText(words)).toBeDefined();
  expect(
    screen.getByRole('figure', { name: `Runs that scripts reported: ${words}, by day and script.` }),
  ).toBeDefined();
});

test('nothing, and nothing known, are told apart', () => {
  render(<ReportedRunsPanel reported={{ ...reported, runs: 0, byDay: [] }} />);
  expect(screen.getByText('No script reported a run.')).toBeDefined();
  cleanup();
  render(<ReportedRunsPanel reported={null} />);
  expect(screen.getByText(/^Not known: there are no past alerts/)).toBeDefined();
});

test('each number of blocks and failures leads to its runs', () => {
  render(<ActivitySummary counts={[{ outcome: 'unseen', count: 3 }]} last={null} period="in 7 days" />);
  expect(screen.getByRole('link', { name: /^3 Expected, not seen/ }).getAttribute('href')).toBe(
    '/activity?outcome=unseen',
  );
  expect(screen.getByRole('link', { name: /^0 Failed/ })).toBeDefined();
  expect(screen.getByText('No run is known.')).toBeDefined();
});
