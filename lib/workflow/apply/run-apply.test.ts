import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadContent } from '../../history/contents.ts';
import type { Change } from '../../ossec/index.ts';
import { stopSandbox } from '../../sandbox/prepare-sandbox.ts';
import { addToDraft } from '../change-draft.ts';
import { applyDraft, idOf, makeSandbox, type SandboxUnderTest, toItsEnd } from '../fixtures/sandbox-workspace.ts';
import { loadManagerState } from '../manager-state.ts';
import type { Workspace } from '../workspace.ts';
import { usualRestartMs } from './apply-record.ts';
import { runningApply } from './running-apply.ts';
import { startApply, startRestart, startRevert } from './start-apply.ts';

let sandbox: SandboxUnderTest;
let original: string;
beforeAll(async () => {
  vi.stubEnv('RIPOSTE_WATCH_SECONDS', '0.3');
  sandbox = await makeSandbox();
  original = await sandbox.read();
});
afterAll(() => sandbox?.dispose());
beforeEach(async () => {
  sandbox.database.exec('DELETE FROM drafts');
  await sandbox.write(original);
});
const healthy = { refuseStart: false, dieAfterSeconds: 0, withoutAnalysisd: false };
afterEach(async () => {
  vi.stubEnv('RIPOSTE_WATCH_SECONDS', '0.3');
  await sandbox.write(original);
  await sandbox.set(healthy);
});

const edit: Change = { op: 'edit-response', index: 0, set: { level: 9 } };
const draftOf = async (...changes: Change[]) => {
  addToDraft(await sandbox.load(), changes);
  return sandbox.load();
};

const apply = (workspace: Workspace, restart = true) => applyDraft(workspace, { restart });
const changed = () => original.replace('<level>7</level>', '<level>9</level>');

test('an apply writes, restarts and proves that the manager runs it', async () => {
  const { record, states, steps, log } = await toItsEnd(sandbox.database, await apply(await draftOf(edit)));
  expect(record.outcome).toMatchObject({ result: 'running', managerUp: true, lines: [] });
  const done = { restart: 'done', daemons: 'done', loaded: 'done' };
  expect(states).toEqual({ backup: 'done', check: expect.stringMatching(/done|skipped/), write: 'done', ...done });
  expect(steps.at(-1)?.text).toBe('8 responses in ar.conf, as planned');
  expect(log.some((line) => line.includes('Total rules enabled'))).toBe(true);
  expect(await sandbox.read()).toBe(changed());
  const after = await sandbox.load();
  expect(after.draft?.changes).toEqual([]);
  expect((await loadManagerState(after)).sync).toEqual({ state: 'in-sync' });
  expect(Buffer.from(loadContent(sandbox.database, record.baseSha256) ?? []).toString()).toBe(original);
  expect(usualRestartMs(sandbox.database)).toBeGreaterThan(0);
});

test('an apply without a restart writes, and the manager runs on', async () => {
  const before = await sandbox.manager.loadDaemons();
  const other: Change = { op: 'edit-response', index: 0, set: { level: 8 } };
  const { record, states } = await toItsEnd(sandbox.database, await apply(await draftOf(other), false));
  expect(record.outcome).toMatchObject({ result: 'saved' });
  expect(states).toEqual({ backup: 'done', check: expect.anything(), write: 'done' });
  expect(await sandbox.read()).toBe(original.replace('<level>7</level>', '<level>8</level>'));
  expect(await sandbox.manager.loadDaemons()).toEqual(before);
  expect((await loadManagerState(await sandbox.load())).sync).toMatchObject({ state: 'restart-pending' });
});

test('what was not reviewed is not applied', async () => {
  const workspace = await draftOf(edit);
  const reviewed = {
    baseSha256: workspace.file?.sha256 ?? '',
    newSha256: 'f'.repeat(64),
    restart: true,
    note: '',
    confirmSeconds: 0,
  };
  expect(await startApply(workspace, reviewed, [])).toMatchObject({ status: 'conflict' });
  await sandbox.write(`${original}\n`);
  expect(await apply({ ...(await sandbox.load()), file: workspace.file })).toMatchObject({ status: 'conflict' });
  expect(await sandbox.read()).toBe(`${original}\n`);
});

test('an empty draft is not applied', async () => {
  expect(await apply(await sandbox.load())).toMatchObject({ status: 'refused', code: 'nothing-to-apply' });
});

test('a file that changes in the last moment is not overwritten, and the draft stays', async () => {
  const workspace = await draftOf(edit);
  await sandbox.write(`${original}<!-- theirs -->\n`);
  const { record, states } = await toItsEnd(sandbox.database, await apply(workspace));
  expect(record.outcome).toMatchObject({ result: 'not-written' });
  expect(states).toMatchObject({ backup: 'failed', check: 'skipped', write: 'skipped', restart: 'skipped' });
  expect(await sandbox.read()).toBe(`${original}<!-- theirs -->\n`);
  expect((await sandbox.load()).draft?.changes).toHaveLength(1);
});

test('a change made while the apply runs stays in the draft', async () => {
  const workspace = await draftOf(edit);
  const started = await apply(workspace, false);
  addToDraft(workspace, [{ op: 'remove-response', index: 1 }]);
  await toItsEnd(sandbox.database, started);
  const { draft } = await sandbox.load();
  expect(draft?.changes.map(({ change, conflict }) => [change.op, conflict])).toEqual([['remove-response', null]]);
});

test('an ar.conf that says something else is no proof', async () => {
  await toItsEnd(sandbox.database, await startRestart(await sandbox.load(), 0));
  const loadArConf = async () => `${await sandbox.manager.loadArConf()}host-deny1 - host-deny - 1\n`;
  const workspace = await sandbox.load({ loadArConf });
  const { record, states } = await toItsEnd(sandbox.database, await startRestart(workspace));
  expect(record.outcome).toMatchObject({ result: 'failed', message: expect.stringContaining('ar.conf does not list') });
  expect(states).toMatchObject({ daemons: 'done', loaded: 'failed' });
});

test('an apply to a manager that is down starts it', async () => {
  await stopSandbox(sandbox.directory);
  expect((await loadManagerState(await sandbox.load())).sync).toEqual({ state: 'manager-down' });
  const { record } = await toItsEnd(sandbox.database, await apply(await draftOf(edit)));
  expect(record.outcome).toMatchObject({ result: 'running' });
});

test('a revert puts the bytes back, restarts and gives the draft back', async () => {
  const { record } = await toItsEnd(sandbox.database, await apply(await draftOf(edit), false));
  const reverted = await toItsEnd(sandbox.database, await startRevert(await sandbox.load(), record.id));
  expect(reverted.record.outcome).toMatchObject({ result: 'running' });
  expect(await sandbox.read()).toBe(original);
  const { draft } = await sandbox.load();
  expect(draft).toMatchObject({ stale: false, changes: [{ change: edit, conflict: null }] });
});

test('a revert is refused once the file was changed again', async () => {
  const { record } = await toItsEnd(sandbox.database, await apply(await draftOf(edit), false));
  await sandbox.write(`${changed()}\n`);
  expect(await startRevert(await sandbox.load(), record.id)).toMatchObject({ status: 'conflict' });
  expect(await startRevert(await sandbox.load(), 99_999)).toMatchObject({ code: 'no-such-apply' });
});

test('only one apply runs at a time', async () => {
  const workspace = await draftOf(edit);
  const started = await apply(workspace, false);
  expect(runningApply(sandbox.database)).toBe(idOf(started));
  expect(await apply(workspace)).toMatchObject({ code: 'apply-running' });
  expect(await startRestart(workspace)).toMatchObject({ code: 'apply-running' });
  expect(await startRevert(workspace, 1)).toMatchObject({ code: 'apply-running' });
  await toItsEnd(sandbox.database, started);
  expect(runningApply(sandbox.database)).toBeNull();
});

test('a file that the manager would refuse is not restarted with', async () => {
  await sandbox.write('<ossec_config><active-response><command>no</command></active-response></ossec_config>\n');
  expect(await startRestart(await sandbox.load())).toMatchObject({ status: 'refused', code: 'manager-would-refuse' });
});

test('a restart has nothing to put back', async () => {
  const { record } = await toItsEnd(sandbox.database, await startRestart(await sandbox.load()));
  expect(record.outcome).toMatchObject({ result: 'running', message: 'The manager is running again.' });
  expect(await startRevert(await sandbox.load(), record.id)).toMatchObject({ code: 'no-such-apply' });
});
