import { expect, it } from 'vitest';
import type { Daemon } from '../manager/manager.ts';
import { openDatabaseAt } from '../state/database.ts';
import { loadedBy, recordStart } from './apply/manager-starts.ts';
import { madeFile, makeWorkspace } from './fixtures/made-workspace.ts';
import { loadManagerState } from './manager-state.ts';

const STARTED = 1_700_000_000_000;
const daemon = (name: string, over: Partial<Daemon> = {}): Daemon => ({
  ...{ name, required: true, running: true, pid: 70, startedAt: STARTED },
  ...over,
});
const stopped = { running: false, pid: null, startedAt: null };

function state(modifiedAt: number, { daemons = [daemon('wazuh-analysisd')], text = 'now', made = makeWorkspace('') }) {
  made.daemons = daemons;
  return loadManagerState({ ...made.load(), file: madeFile(text, modifiedAt) });
}

it('a file that is older than the start is what the manager runs', async () => {
  expect(await state(STARTED - 1, {})).toMatchObject({ up: true, startedAt: STARTED, sync: { state: 'in-sync' } });
});

it('a file changed since the start waits for a restart', async () => {
  const sync = { state: 'restart-pending', changedAt: STARTED + 50, loadedSha256: null };
  expect((await state(STARTED + 50, {})).sync).toEqual(sync);
});

it('a file written within the clock tick of the start was there when the manager read it', async () => {
  expect((await state(STARTED + 5, {})).sync).toEqual({ state: 'in-sync' });
});

it('the same content with a newer time is in sync when Riposte saw the start, other content is not', async () => {
  const made = makeWorkspace('');
  await state(STARTED - 1, { made });
  expect((await state(STARTED + 60_000, { made })).sync).toEqual({ state: 'in-sync' });
  expect((await state(STARTED + 60_000, { made, text: 'other' })).sync).toEqual({
    ...{ state: 'restart-pending', changedAt: STARTED + 60_000 },
    loadedSha256: madeFile('now').sha256,
  });
});

it('other content with an older time is not what a known start has read', async () => {
  const made = makeWorkspace('');
  await state(STARTED - 1, { made });
  expect((await state(STARTED - 900_000, { made, text: 'restored' })).sync).toMatchObject({ state: 'restart-pending' });
});

it('a start is known again when the clock moves by a second, another process is another start', () => {
  const database = openDatabaseAt(':memory:');
  recordStart(database, daemon('wazuh-analysisd'), 'a');
  expect(loadedBy(database, { pid: 70, startedAt: STARTED - 1000 })).toBe('a');
  expect(loadedBy(database, { pid: 71, startedAt: STARTED })).toBeNull();
  expect(loadedBy(database, { pid: 70, startedAt: STARTED + 3_600_000 })).toBeNull();
  expect(loadedBy(database, { pid: null, startedAt: null })).toBeNull();
});

it('a manager without analysisd is down, whatever the other daemons do', async () => {
  const daemons = [daemon('wazuh-analysisd', stopped), daemon('wazuh-remoted')];
  expect(await state(STARTED, { daemons })).toMatchObject({
    ...{ up: false, startedAt: null, missing: ['wazuh-analysisd'], requiredUp: 1, required: 2 },
    sync: { state: 'manager-down' },
  });
  expect((await state(STARTED, { daemons: [] })).sync).toEqual({ state: 'manager-down' });
});

it('optional daemons that are off are only counted', async () => {
  const daemons = [daemon('wazuh-analysisd'), daemon('wazuh-maild', { ...stopped, required: false })];
  expect(await state(STARTED - 1, { daemons })).toMatchObject({ up: true, optionalOff: 1, missing: [] });
});

it('without a start time or a file nothing is claimed', async () => {
  const unknown = { sync: { state: 'unknown' } };
  expect(await state(1, { daemons: [daemon('wazuh-analysisd', { startedAt: null })] })).toMatchObject(unknown);
  const made = makeWorkspace('');
  made.daemons = [daemon('wazuh-analysisd')];
  expect(await loadManagerState({ ...made.load(), file: null })).toMatchObject(unknown);
});
