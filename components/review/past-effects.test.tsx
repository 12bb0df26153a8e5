// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChangedBacktest, DraftBacktest, DraftBacktestAnswer } from '@/lib/view/backtest';
import { PastEffects } from './past-effects';

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const reading = (): DraftBacktestAnswer => ({
  ...{ kind: 'empty', source: 'files', state: { kind: 'reading', doneBytes: 5, totalBytes: 9, file: 'alerts.json' } },
});

test('the page renews itself while alerts are being read, also when reading did not get on meanwhile', () => {
  const { rerender } = render(<PastEffects answer={reading()} />);
  vi.advanceTimersByTime(3000);
  expect(router.refresh).toHaveBeenCalledTimes(1);
  rerender(<PastEffects answer={reading()} />);
  vi.advanceTimersByTime(3000);
  expect(router.refresh).toHaveBeenCalledTimes(2);
  rerender(<PastEffects answer={{ kind: 'empty', source: 'files', state: { kind: 'ready' } }} />);
  vi.advanceTimersByTime(9000);
  expect(router.refresh).toHaveBeenCalledTimes(2);
});

const to = Date.UTC(2026, 10, 20, 12);
const known = (part: Partial<DraftBacktest> = {}): DraftBacktest => ({
  kind: 'known',
  known: {
    ...{
      days: 30,
      period: { from: to - 30 * 86_400_000, to },
      from: to - 14 * 86_400_000,
      knownDays: 14,
      isShort: true,
    },
    ...{ source: 'files', to, state: { kind: 'ready' }, notes: [] },
  },
  ...{ byTime: [], left: 0, total: { before: 9, after: 12 }, own: [], limits: [] },
  changed: [changed()],
  agents: [{ id: '001', name: 'web-01', before: 3, after: 4 }],
  ...{ sources: { top: [], distinct: 0 }, heldBack: { top: [], distinct: 0 } },
  ...part,
});
const changed = (part: Partial<ChangedBacktest> = {}): ChangedBacktest => ({
  ...{ key: '0', title: 'host-deny', trigger: 'level ≥ 9', before: 3, after: 4, own: [], whiteListOnly: false },
  agentsEach: { before: 1, after: 1 },
  ...part,
});

test('the words say which responses are counted, and in which period', () => {
  render(<PastEffects answer={known()} />);
  const heading = screen.getByRole('heading', { level: 2, name: /^What the draft would have done/ });
  expect(heading.textContent).toMatch(/past alertsin the 14 days that are known$/);
  expect(screen.getByText('Responses you changed')).toBeTruthy();
  expect(screen.getByText('All responses of the file, those you did not change too')).toBeTruthy();
  const heads = [...document.querySelectorAll('thead th')].map(({ textContent }) => textContent);
  expect(heads).toContain('Runs before, in the 14 days that are known');
  expect(heads).toContain('Runs with the draft, in the 14 days that are known');
});

test('a response that only the white list touches says so', () => {
  render(<PastEffects answer={known({ changed: [changed({ whiteListOnly: true })], left: 2 })} />);
  expect(screen.getByText('Responses that your white list touches')).toBeTruthy();
  expect(screen.getByText('Not changed itself, the white list is')).toBeTruthy();
  expect(screen.getByText('2 more responses are not counted one by one.')).toBeTruthy();
  cleanup();
  render(<PastEffects answer={known({ changed: [changed(), changed({ key: '1', whiteListOnly: true })] })} />);
  expect(screen.getByText('Responses that you changed, or that your white list touches')).toBeTruthy();
});
