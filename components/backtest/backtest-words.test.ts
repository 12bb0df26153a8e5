import { expect, test } from 'vitest';
import type { KnownHistory } from '@/lib/view/backtest';
import { periodWords } from './backtest-words';

const HOUR = 3_600_000;
const to = Date.UTC(2026, 10, 20, 12);

test.each([
  [30, 14 * 24, 14, 'in the 14 days that are known'],
  [30, 30, 1, 'in the day that is known'],
  [30, 3, 1, 'in the 3 hours that are known'],
  [1, 1, 1, 'in the hour that is known'],
] as const)('of %d days, %d hours', (days, hours, knownDays, words) => {
  const known: KnownHistory = {
    ...{ days, knownDays, isShort: true, from: to - hours * HOUR, period: { from: to - days * 24 * HOUR, to } },
    ...{ source: 'files', to, state: { kind: 'ready' }, notes: [] },
  };
  expect(periodWords(known)).toBe(words);
  expect(periodWords({ ...known, isShort: false })).toBe(days === 1 ? 'in 24 hours' : 'in 30 days');
});
