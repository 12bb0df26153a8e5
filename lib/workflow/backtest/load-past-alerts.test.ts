import { afterEach, expect, test, vi } from 'vitest';
import { makeAlert } from '../../alerts/fixtures/make-alert.ts';
import { createMemoryHistory } from '../../alerts/fixtures/memory-history.ts';
import type { RulesIndex } from '../../ruleset/rules-index.ts';
import { loadPastAlerts } from './load-past-alerts.ts';

const history = vi.hoisted(() => ({ now: null as unknown }));
vi.mock('../../alerts/open-alert-history.ts', () => ({ openAlertHistory: () => history.now }));

afterEach(() => vi.useRealTimers());

test('who types does not wait for a slow history, and has its answer when it is there', async () => {
  vi.useFakeTimers();
  const at = Date.now() - 1000;
  const memory = createMemoryHistory(() => [1, 2].map((offset) => makeAlert({ at, offset })).join('\n'));
  const loadCoverage = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    return memory.loadCoverage();
  });
  history.now = { ...memory, loadCoverage };
  const index = { byId: new Map() } as unknown as RulesIndex;
  const workspace = { identity: { directory: '/one' } as never };
  const first = loadPastAlerts(workspace, index);
  await vi.advanceTimersByTimeAsync(4000);
  expect(await first).toBeNull();
  await vi.advanceTimersByTimeAsync(8000);
  expect((await loadPastAlerts(workspace, index))?.byRule.get(5716)).toBe(2);
  expect(loadCoverage).toHaveBeenCalledTimes(1);
});
