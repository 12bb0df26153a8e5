import { expect, test, vi } from 'vitest';
import { MINUTE, makeReport, NOW } from '../activity/fixtures/made.ts';
import type { AlertHistory, Coverage, ResponseReport } from '../alerts/alert-history.ts';
import { createMemoryHistory } from '../alerts/fixtures/memory-history.ts';
import { loadReportedRuns } from './load-reported-runs.ts';
import type { Workspace } from './workspace.ts';

const DAY = 24 * 60 * MINUTE;
type Known = Partial<Coverage> & { reports?: ResponseReport[]; more?: boolean };

/** What Overview is told of a history that answers so. */
function told({ reports = [], more = false, ...coverage }: Known) {
  vi.setSystemTime(NOW);
  const history: AlertHistory = {
    ...createMemoryHistory(() => ''),
    loadCoverage: async () => ({
      ok: true,
      value: {
        ...{ source: 'files', from: NOW - 40 * DAY, to: NOW, alerts: 9, unreadable: 0, state: { kind: 'ready' } },
        ...{ diskBytes: 1, notes: [] },
        ...coverage,
      },
    }),
    loadReports: async () => ({ ok: true, value: { reports, more } }),
  };
  const directory = '/made-up';
  Object.assign(globalThis, { riposteAlertHistories: new Map([[directory, history]]) });
  return loadReportedRuns({ identity: { directory } } as Pick<Workspace, 'identity'>);
}

test('starts are counted by day and script, undos are not', async () => {
  const reports = [
    makeReport({ ago: 5 }),
    makeReport({ ago: 4, kind: 'delete', ruleId: 652 }),
    makeReport({ ago: 6, script: null }),
    makeReport({ ago: 2 * 24 * 60 }),
  ];
  const midnight = Date.UTC(2026, 6, 24);
  expect(await told({ reports })).toMatchObject({
    ...{ runs: 3, days: 14, isWhole: true, soFar: false },
    byDay: [
      { at: midnight, script: 'firewall-drop', runs: 1 },
      { at: midnight, script: 'not named', runs: 1 },
      { at: midnight - 2 * DAY, script: 'firewall-drop', runs: 1 },
    ],
  });
});

test.each<[string, Known, object | null]>([
  ['a history that begins later', { from: NOW - 2 * DAY }, { days: 2, isWhole: false, from: NOW - 2 * DAY }],
  ['more than is counted', { more: true, reports: [makeReport({ ago: 60 })] }, { days: 1, isWhole: false }],
  ['alerts that are being read', { state: { kind: 'stopped', doneBytes: 1, totalBytes: 2 } }, { soFar: true }],
  ['a history without alerts', { from: null, to: null }, null],
])('%s is told as such', async (_, known, expected) => {
  const found = await told(known);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toMatchObject(expected);
});
