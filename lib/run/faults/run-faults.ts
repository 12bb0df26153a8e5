/*
 * Runs cases side by side and tells how they went. Recording which points there are comes first.
 */
import { availableParallelism } from 'node:os';
import type { FaultCase } from './fault-case.ts';
import { STORIES } from './fault-plan.ts';
import { type CaseResult, runCase } from './run-case.ts';

/** The points that each story passes. Throws when a story does not survive even without a fault. */
export async function recordPoints(): Promise<Record<string, string[]>> {
  const names = Object.keys(STORIES);
  const cases = Object.entries(STORIES).map(([id, story]): FaultCase => ({ id, story, fault: { kind: 'record' } }));
  const results = await runCases(cases);
  return Object.fromEntries(
    names.map((name) => {
      const result = results.find(({ id }) => id === name);
      if (!result || result.broken.length > 0) throw new Error(`${name} without a fault: ${result?.broken.join('; ')}`);
      return [name, (JSON.parse(result.output) as { points: string[] }).points];
    }),
  );
}

/** Runs all, as many at once as there are cores; `tell` hears of each as it ends. */
export async function runCases(
  cases: readonly FaultCase[],
  tell: (result: CaseResult) => void = () => {},
): Promise<CaseResult[]> {
  const waiting = [...cases];
  const results: CaseResult[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runCase(next);
      results.push(result);
      tell(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  return results;
}
