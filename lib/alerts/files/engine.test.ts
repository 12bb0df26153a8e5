import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeAlertHistoryContract } from '../alert-history-contract.ts';
import { AlertFiles, asLines } from '../fixtures/alert-files.ts';
import { anyLine, anyTime } from '../fixtures/any-alert.ts';
import { createMemoryHistory } from '../fixtures/memory-history.ts';
import { nameVariants } from '../fixtures/named-history.ts';
import { openOver } from './fixtures/open-over.ts';

describeAlertHistoryContract('the engine over files', {
  make: async (lines) => {
    const files = new AlertFiles();
    files.write('alerts.json', asLines(lines));
    const { engine, history } = await openOver(files);
    const dispose = async () => {
      await engine.close();
      files.dispose();
    };
    return { history, dispose };
  },
  countsUnreadable: true,
});

const address = fc.constantFrom('10.1.2.3', '203.0.113.7', '10.0.0.0/8', '^::ffff', '');

const anyQuery = fc.record({
  times: fc.tuple(anyTime(), anyTime()),
  whiteList: fc.array(address, { maxLength: 2 }),
  own: fc.array(address, { maxLength: 2 }),
  top: fc.integer({ min: 0, max: 6 }),
  step: fc.constantFrom('hour' as const, 'day' as const),
  timeoutSeconds: fc.constantFrom(0, 1, 3600, 86_400),
  key: fc.constantFrom('address' as const, 'user' as const),
  bits: fc.nat(),
});

describe('the engine', () => {
  test('answers as brute force does, in one go, in parts and opened again', async () => {
    const lines = fc.array(anyLine(), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.array(anyQuery, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        async (found, queries, cut) => {
          const files = new AlertFiles();
          const unique = withoutTwins(found);
          const reference = nameVariants(createMemoryHistory(() => asLines(unique)));
          const at = unique.length > 0 ? cut % unique.length : 0;
          files.write('alerts.json', asLines(unique.slice(0, at)));
          let opened = await openOver(files, { cacheBytes: cut % 2 === 0 ? 0 : undefined });
          await opened.engine.pass();
          if (cut % 3 === 0) {
            await opened.engine.close();
            opened = await openOver(files);
          }
          files.append(asLines(unique.slice(at)));
          await opened.engine.pass();
          try {
            for (const query of queries) {
              const [from = 0, to = 0] = query.times.toSorted((a, b) => a - b);
              const asked = { ...query, period: { from, to }, variants: [], limit: query.top };
              const choose = ({ ruleId, level }: { ruleId: number; level: number }) =>
                ((ruleId + level) & query.bits) === 0;
              const ask = async (history: typeof reference) => ({
                variants: await history.loadVariants(asked.period),
                counts: await history.count(choose, asked),
                peak: await history.loadPeak(choose, asked),
                alerts: await history.loadAlerts(choose, asked),
                reports: await history.loadReports(asked),
                known: (await history.loadCoverage()).alerts,
                unreadable: (await history.loadCoverage()).unreadable,
              });
              expect(await ask(nameVariants(opened.history))).toEqual(await ask(reference));
            }
          } finally {
            await opened.engine.close();
            files.dispose();
          }
        },
      ),
      { numRuns: 12, seed: 11 },
    );
  });
});

/** Of two alerts with one time and id none is the newer. */
function withoutTwins(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const stamp = `${/"timestamp":("[^"]*")/.exec(line)?.[1]} ${/"id":"(\d+\.\d+)"/.exec(line)?.[1]}`;
    if (seen.has(stamp)) return false;
    seen.add(stamp);
    return line !== '';
  });
}
