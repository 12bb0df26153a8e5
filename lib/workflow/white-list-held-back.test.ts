import { expect, it, vi } from 'vitest';
import { makeAlert } from '../alerts/fixtures/make-alert.ts';
import { createMemoryHistory } from '../alerts/fixtures/memory-history.ts';
import { facts, response } from '../ossec/findings/support/sample-facts.ts';
import { loadHeldBack } from './white-list-held-back.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;
const alert = (daysAgo: number, level: number, srcip: string) =>
  makeAlert({ at: NOW - daysAgo * DAY, offset: daysAgo, ruleId: 5700 + level, level, data: { srcip } });
const historyOf = (...lines: string[]) => createMemoryHistory(() => lines.join('\n'));
const onLevel = (level: string | null) => facts({ responses: [response({ level, rulesGroup: null, rulesId: null })] });
const entries = ['10.0.0.0/8', '10.0.0.1', '^host$'];

it('counts for each entry the alerts that would have set off a response', async () => {
  const history = historyOf(
    alert(40, 10, '10.0.0.1'),
    alert(3, 10, '10.0.0.1'),
    alert(2, 10, '10.0.0.2'),
    alert(2, 9, '10.0.0.1'),
    alert(1, 10, '192.0.2.1'),
  );
  expect(await loadHeldBack(history, { entries, facts: onLevel('10'), now: NOW })).toEqual({
    kind: 'known',
    counts: { '10.0.0.0/8': 2, '10.0.0.1': 1, '^host$': 0 },
    period: 'in the last 30 days',
    isCut: false,
    note: null,
  });
});

it('asks once, however many entries there are', async () => {
  const history = historyOf(alert(3, 10, '10.0.0.1'), alert(2, 10, '10.0.0.2'));
  const count = vi.spyOn(history, 'count');
  await loadHeldBack(history, { entries, facts: onLevel('10'), now: NOW });
  expect(count).toHaveBeenCalledTimes(1);
});

it('counts a Windows event by its srcip only', async () => {
  const windows = (srcip: string | undefined) =>
    makeAlert({
      ...{ at: NOW - DAY, ruleId: 5710, level: 10 },
      data: { srcip, win: { eventdata: { ipAddress: '10.0.0.1' } } },
    });
  const history = historyOf(windows(undefined), windows('10.0.0.2'), windows('192.0.2.1'));
  expect(await loadHeldBack(history, { entries, facts: onLevel('10'), now: NOW })).toMatchObject({
    counts: { '10.0.0.0/8': 1, '10.0.0.1': 0 },
  });
});

it('says so where there are more addresses than are looked at', async () => {
  const history = historyOf(alert(3, 10, '192.0.2.1'), alert(3, 10, '192.0.2.1'), alert(2, 10, '10.0.0.2'));
  const held = await loadHeldBack(history, { entries, facts: onLevel('10'), now: NOW, most: 1 });
  expect(held).toMatchObject({ counts: { '10.0.0.0/8': 0 }, note: expect.stringContaining('at least') });
  const covered = await loadHeldBack(history, { entries: ['192.0.2.1'], facts: onLevel('10'), now: NOW, most: 1 });
  expect(covered).toMatchObject({ counts: { '192.0.2.1': 2 }, note: null });
});

it('says how much of the time is known', async () => {
  const history = historyOf(alert(4, 10, '10.0.0.1'));
  expect(await loadHeldBack(history, { entries, facts: onLevel('10'), now: NOW })).toMatchObject({
    period: 'in the 4 days that are known',
  });
});

it('counts nothing where no response fires', async () => {
  const history = historyOf(alert(4, 10, '10.0.0.1'));
  const held = await loadHeldBack(history, { entries, facts: onLevel(null), now: NOW });
  expect(held).toMatchObject({ kind: 'known', counts: { '10.0.0.1': 0 } });
});

it('does not guess without alerts', async () => {
  expect(await loadHeldBack(historyOf(), { entries, facts: onLevel('10'), now: NOW })).toEqual({
    kind: 'unknown',
    why: 'There are no past alerts.',
  });
});
