import { expect, test, vi } from 'vitest';
import { countOutcomes, findTrouble, fitsFilter, isWithin } from './ask-activity.ts';
import type { Execution } from './execution.ts';
import { MINUTE, NOW } from './fixtures/made.ts';
import { layTimeline, timelineTicks } from './lay-timeline.ts';

const run = (more: Partial<Execution> = {}): Execution => ({
  ...{ key: 'k', outcome: 'undone', agentId: '001', agentName: 'web-01', script: 'host-deny', target: '192.0.2.1' },
  ...{ startedAt: NOW - 60 * MINUTE, endedAt: NOW - 50 * MINUTE, dueAt: null, renewals: 0, causeIds: ['1.1'] },
  cause: { id: '1.1', ruleId: 5763, description: 'SSH: password guessing', agentId: '001' },
  ...{ response: 'r0', command: 'host-deny', why: null, said: null },
  ...more,
});
const period = { from: NOW - 30 * MINUTE, to: NOW };
const filter = { response: '', agent: '', outcome: '', q: '' } as const;

test.each<[string, Partial<Execution>, boolean]>([
  ['ended before it', {}, false],
  ['ended within it', { endedAt: NOW - 10 * MINUTE }, true],
  ['is in force since before it', { outcome: 'running', endedAt: null }, true],
  ['is permanent since before it', { outcome: 'permanent', endedAt: null }, true],
  ['was missed before it', { outcome: 'unseen', endedAt: null }, false],
  ['ended within it and began nobody knows when', { startedAt: null, endedAt: NOW - MINUTE }, true],
  ['begins after it', { startedAt: NOW, endedAt: null }, false],
])('a run that %s belongs to the period: %s', (_, more, expected) => {
  expect(isWithin(run(more), period)).toBe(expected);
});

test.each([
  [{ response: 'r0' }, true],
  [{ response: 'host-deny' }, true],
  [{ response: 'r1' }, false],
  [{ agent: '002' }, false],
  [{ outcome: 'failed' as const }, false],
  [{ q: 'ssh 192.0.2' }, true],
  [{ q: '5763' }, true],
  [{ q: 'web-02' }, false],
])('the filter %o keeps it: %s', (asked, expected) => {
  expect(fitsFilter(run(), { ...filter, ...asked })).toBe(expected);
});

test('trouble is told per agent and script, the most first, with the newest own words', () => {
  const all = [
    run({ agentId: '002', agentName: 'web-02', outcome: 'unseen', why: 'never' }),
    run({ outcome: 'failed', said: 'Cannot read' }),
    run({ outcome: 'failed', said: 'older words' }),
    run(),
  ];
  expect(findTrouble(all)).toMatchObject([
    { agentName: 'web-01', failed: 2, unseen: 0, fine: 1, said: 'Cannot read' },
    { agentName: 'web-02', failed: 0, unseen: 1, fine: 0, said: null, why: 'never' },
  ]);
  expect(countOutcomes(all).filter(({ count }) => count > 0)).toEqual([
    { outcome: 'failed', count: 2 },
    { outcome: 'unseen', count: 1 },
    { outcome: 'undone', count: 1 },
  ]);
});

test('what overlaps in a lane is drawn below, what is in force has an open end at now, a point has no length', () => {
  const laneOf = ({ agentId, agentName }: Execution) => ({ key: agentId, label: agentName });
  const [lane, other] = layTimeline(
    [
      run({ key: 'a', startedAt: NOW - 30 * MINUTE, endedAt: NOW - 15 * MINUTE }),
      run({ key: 'b', startedAt: NOW - 20 * MINUTE, endedAt: null, outcome: 'running', dueAt: NOW + MINUTE }),
      run({ key: 'c', startedAt: NOW - 5 * MINUTE, endedAt: NOW - 2 * MINUTE }),
      run({ key: 'd', agentId: '002', outcome: 'unseen', startedAt: NOW - 3 * MINUTE, endedAt: null }),
    ],
    period,
    laneOf,
    NOW,
  );
  expect(lane?.marks.map(({ execution, x, width, row, openEnd }) => [execution.key, x, width, row, openEnd])).toEqual([
    ['a', 0, 50, 0, false],
    ['b', expect.closeTo(33.33, 1), expect.closeTo(66.67, 1), 1, true],
    ['c', expect.closeTo(83.33, 1), expect.closeTo(10, 1), 0, false],
  ]);
  expect(lane?.rows).toBe(2);
  expect(other?.marks[0]).toMatchObject({ width: 0, openEnd: false });
});

test('days of the axis are midnights, also where clocks change', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  const to = Date.UTC(2026, 9, 28, 12);
  const ticks = timelineTicks({ from: to - 7 * 24 * 60 * MINUTE, to });
  expect(ticks.map(({ at }) => new Date(at).getHours())).toEqual(Array(7).fill(0));
  vi.unstubAllEnvs();
});

test.each([1, 7, 30, 365])('the axis of %s days has a handful of marks', (days) => {
  const ticks = timelineTicks({ from: NOW - days * 24 * 60 * MINUTE, to: NOW });
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.length).toBeLessThanOrEqual(13);
  for (const { x } of ticks) expect(x >= 0 && x < 100).toBe(true);
});
