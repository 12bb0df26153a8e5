import { expect, test } from 'vitest';
import { addTotals, CRASH, describeTotals, readPlaywrightTotals, readVitestTotals } from './test-totals.mjs';

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const playwright = { stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 0 } };

test('both reports are summed', () => {
  const sum = addTotals([readVitestTotals(vitest, 0), readPlaywrightTotals(playwright, 0)]);
  expect(describeTotals(sum)).toBe('9 passed, 0 failed, 2 skipped');
});

test('nothing skipped is not mentioned', () => {
  expect(describeTotals(readPlaywrightTotals(playwright, 0))).toBe('4 passed, 0 failed');
});

test('failed tests are counted once, not once more for the exit code', () => {
  expect(readVitestTotals({ ...vitest, numFailedTests: 2 }, 1).failed).toBe(2);
});

test('a runner that fails without a failed test counts as one failure', () => {
  expect(readVitestTotals(vitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  expect(readPlaywrightTotals(playwright, 130).failed).toBe(1);
});

test('a missing report is a crash', () => {
  expect(readVitestTotals(undefined, 0)).toEqual(CRASH);
  expect(readPlaywrightTotals(undefined, 0)).toEqual(CRASH);
});
