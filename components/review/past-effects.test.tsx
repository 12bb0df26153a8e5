// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftBacktestAnswer } from '@/lib/view/backtest';
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
