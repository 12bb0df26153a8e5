import { expect, test } from 'vitest';
import { peakOfRuns } from './load-peak.ts';

/** One run a second, each with a target of its own. */
const runs = (count: number) => ({
  ...{ count, exact: true, at: Float64Array.from({ length: count }, (_, row) => row * 1000) },
  target: Float64Array.from({ length: count }, (_, row) => row),
});

test('so many blocks are told apart, and more are said to be about as many', () => {
  const never = Number.POSITIVE_INFINITY;
  expect(peakOfRuns(runs(5), { length: never, most: 5 })).toEqual({ at: 4000, blocks: 5, exact: true });
  expect(peakOfRuns(runs(9), { length: never, most: 5 })).toEqual({ at: 4000, blocks: 5, exact: false });
  expect(peakOfRuns(runs(9), { length: 3000, most: 5 })).toEqual({ at: 2000, blocks: 3, exact: true });
  expect(peakOfRuns(runs(0), { length: never })).toBeNull();
});
