/* A seeded choice of the fault suite: each a real process that is killed or failed, and the promise looked at after it. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { FaultCase } from './fault-case.ts';
import { pickCases, planCases, STORIES } from './fault-plan.ts';
import type { CaseResult } from './run-case.ts';
import { recordPoints, runCases } from './run-faults.ts';

const COUNT = 14;
const SEED = 20261123;

describe('an apply survives what happens to it', () => {
  let cases: FaultCase[];
  let results: CaseResult[];
  beforeAll(async () => {
    cases = planCases(await recordPoints());
    results = await runCases(pickCases(cases, COUNT, SEED));
  }, 300_000);

  test('there are at least 200 cases, each of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test('a seeded choice of them is survived', () => {
    expect(results).toHaveLength(COUNT);
    expect(results.filter(({ broken }) => broken.length > 0)).toEqual([]);
  });

  test('a choice is spread over all, and another one with another seed', () => {
    const ids = (seed: number) => pickCases(cases, COUNT, seed).map(({ id }) => id);
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
    expect(Object.keys(STORIES).length).toBeGreaterThan(4);
  });
});
