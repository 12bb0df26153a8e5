// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { ResponseRow, RowRuns } from '@/lib/view/response-row';
import { ResponseTableRow } from './response-table-row';

afterEach(cleanup);

const facts = {
  ...{ command: 'drop', location: 'local', agentId: null, level: '7', rulesGroup: null, rulesId: null, timeout: null },
  off: false,
};
const row = (part: Partial<ResponseRow> = {}) =>
  ({
    ...{ key: 'r0', mark: null, changeIds: [], before: facts, after: facts, executable: 'firewall-drop' },
    ...{
      timeoutAllowed: true,
      agentName: null,
      state: 'active',
      reason: null,
      line: 12,
      fingerprint: 'x',
      findings: [],
    },
    ...part,
  }) as ResponseRow;
const week: RowRuns = { byKey: { r0: [0, 1, 0, 0, 2, 0, 0] }, knownDays: 7, isShort: false };

/** What the wide column says, and the line that stands for it where there is no column. */
async function show(shown: ResponseRow, runs: RowRuns | null) {
  const actions = { mayEdit: false, onSwitch: () => {}, onRemove: () => {}, onTakeBack: () => {} };
  await act(async () => {
    render(
      <Suspense>
        <table>
          <tbody>
            <ResponseTableRow row={shown} runs={Promise.resolve(runs)} selected={false} connected={3} {...actions} />
          </tbody>
        </table>
      </Suspense>,
    );
  });
  return ['[data-past="column"]', '[data-past="line"]'].map((at) => document.querySelector(at)?.textContent);
}

test('how many past alerts would have set it off, in the column and in words where there is none', async () => {
  expect(await show(row(), week)).toEqual(['3', '3 past alerts in 7 days']);
  cleanup();
  expect(await show(row(), { ...week, byKey: { r0: [1] }, knownDays: 2, isShort: true })).toEqual([
    ...['1', '1 past alert in the 2 days that are known'],
  ]);
  cleanup();
  expect(await show(row(), null)).toEqual(['Not known', 'Past alerts not known']);
});

test('what is never sent has set nothing off', async () => {
  expect(await show(row({ state: 'disabled' }), null)).toEqual(['0 disabled', '0 past alerts: disabled']);
  cleanup();
  expect(await show(row({ mark: '-', after: null }), week)).toEqual(['0 deleted', '0 past alerts: deleted']);
  cleanup();
  const unsent: RowRuns = { ...week, byKey: { r0: null } };
  expect(await show(row({ state: 'broken' }), unsent)).toEqual(['0 broken', '0 past alerts: broken']);
  cleanup();
  expect(await show(row(), unsent)).toEqual(['0 never sent', '0 past alerts: never sent']);
  cleanup();
  // Severe, and yet the manager sends it: a group that matches every alert.
  expect(await show(row({ state: 'broken' }), week)).toEqual(['3', '3 past alerts in 7 days']);
});
