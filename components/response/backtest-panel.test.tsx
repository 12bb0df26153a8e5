// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ToastProvider } from '@/components/ui/toast';
import type { Backtest, BacktestAnswer, BacktestSource } from '@/lib/view/backtest';
import { BacktestPanel } from './backtest-panel';
import { sampleData, sampleValues } from './sample-form-data';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const DAY = 86_400_000;
const to = Date.UTC(2026, 10, 20, 12);
const known: Backtest['known'] = {
  ...{ days: 30, period: { from: to - 29.5 * DAY, to }, from: to - 29.5 * DAY, knownDays: 30, isShort: false },
  ...{ source: 'files', to, state: { kind: 'ready' }, notes: [] },
};
const backtest: Backtest = {
  ...{ kind: 'known', known, step: 'day', alerts: 214, runs: 210, listed: 4, refused: 0, lacking: null },
  byTime: [{ at: to - 12 * 3_600_000, ruleId: 5712, runs: 210 }],
  rules: [{ id: 5712, level: 10, description: 'SSH', alerts: 214, runs: 210 }],
  agents: { top: [{ id: '001', name: 'web-01', alerts: 214, runs: 210 }], distinct: 1 },
  ...{
    sources: { top: [], distinct: 0 },
    heldBack: { top: [], distinct: 0 },
    users: { top: [], distinct: 0 },
    own: [],
  },
  ...{ busiestMinute: { at: to, runs: 9 }, peak: null, agentsEach: 1, levels: [], limits: [] },
};
const own = (part: Partial<BacktestSource> = {}): BacktestSource => ({
  ...{ address: '10.20.4.17', alerts: 12, listed: 0, unlistable: 0 },
  own: { address: '10.20.4.17', what: 'agent', name: 'jump-01' },
  ...part,
});

const actions = { addChanges: vi.fn(async () => ({ status: 'saved' }) as const), setReading: vi.fn() };
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Shows the panel and lets the answer come. */
async function show(answer: BacktestAnswer | null, values = sampleValues) {
  const asked = vi.fn(async () => (answer ? Response.json(answer) : new Response('', { status: 500 })));
  vi.stubGlobal('fetch', asked);
  render(
    <ToastProvider>
      <BacktestPanel values={values} data={sampleData} days={30} actions={actions} />
    </ToastProvider>,
  );
  expect(screen.getByText('Looking at past alerts')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(400));
  return asked;
}
const words = () => document.body.textContent ?? '';

test('runs, their pace, and the plot in a sentence', async () => {
  await show(backtest);
  expect(words()).toContain('210 runs in 30 days, about 7 a day.');
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('Most by rule 5712: 210 runs.');
});

test('our own address is a red callout, and one click adds it to the white list', async () => {
  await show({ ...backtest, own: [own()] });
  expect(words()).toContain('Would have blocked jump-01 12 times');
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Add to white list: 10.20.4.17' }));
  });
  expect(actions.addChanges).toHaveBeenCalledWith({ changes: [{ op: 'add-white-list', address: '10.20.4.17' }] });
});

test('what the white list spares, or cannot spare, is said', async () => {
  await show({ ...backtest, own: [own({ listed: 12 })] });
  expect(words()).toContain('jump-01 (10.20.4.17) is among the alerts; the white list spares it.');
  cleanup();
  await show({ ...backtest, own: [own({ unlistable: 12 })] });
  expect(words()).toContain('without a srcip: the white list does not cover them.');
  expect(screen.queryByRole('button', { name: /to white list/ })).toBeNull();
});

test('a known part of the period, a missing field, several agents and blocks at once', async () => {
  await show({
    ...backtest,
    known: { ...known, isShort: true, knownDays: 14, from: to - 14 * DAY },
    lacking: { field: 'srcip', runs: 21 },
    agentsEach: 48,
    peak: { at: to, blocks: 6, exact: true },
  });
  expect(words()).toContain('210 runs in the 14 days that are known, about 15 a day, each on 48 agents.');
  expect(words()).toContain('At most 6 blocks active at once on each of them.');
  expect(words()).toContain('No address in 10 % of the runs');
});

test('while alerts are being read the numbers are so far, and are asked for again', async () => {
  const state = { kind: 'reading', doneBytes: 34, totalBytes: 100, file: 'alerts.json' } as const;
  const asked = await show({ ...backtest, known: { ...known, state } });
  expect(words()).toContain('210 runs in 30 days, so far');
  expect(words()).toContain('Reading past alerts, 34 %.');
  expect(screen.getByRole('button', { name: 'Stop reading' })).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(3000));
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(asked.mock.calls.length).toBeGreaterThan(1);
});

test('more rule IDs than an address can say are not counted, and it is told', async () => {
  const ruleIds = Array.from({ length: 501 }, (_, at) => 100_000 + at);
  const asked = await show(backtest, { ...sampleValues, ruleIds });
  expect(words()).toContain('Counted for the first 500 of 501 rule IDs only.');
  expect(String(asked.mock.calls[0])).toContain('100499');
  expect(String(asked.mock.calls[0])).not.toContain('100500');
});

test('reading that was stopped can go on, also when nothing was left to read', async () => {
  const stopped = (doneBytes: number, totalBytes: number) =>
    ({ ...backtest, known: { ...known, state: { kind: 'stopped', doneBytes, totalBytes } } }) as const;
  await show(stopped(34, 100));
  expect(words()).toContain('was stopped at 34 %.');
  cleanup();
  await show(stopped(0, 0));
  expect(words()).toContain('Reading past alerts was stopped. The numbers');
  expect(screen.getByRole('button', { name: 'Go on reading' })).toBeTruthy();
});

test('no history, an unreadable one and no answer each say so', async () => {
  await show({ kind: 'empty', source: 'files', state: { kind: 'ready' } });
  expect(words()).toContain('No past alerts');
  cleanup();
  await show({ kind: 'failed', failure: { code: 'x', message: 'alerts.json cannot be read.', hint: 'Mend it.' } });
  expect(words()).toContain('alerts.json cannot be read.Mend it.');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  cleanup();
  await show(null);
  expect(words()).toContain('Past alerts cannot be asked right now.');
});
