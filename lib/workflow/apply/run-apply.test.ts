import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadContent } from '../../history/contents.ts';
import type { Change } from '../../ossec/index.ts';
import { addToDraft } from '../change-draft.ts';
import { describeDraft } from '../describe-draft.ts';
import { makeSandbox, type SandboxUnderTest, toItsEnd } from '../fixtures/sandbox-workspace.ts';
import { loadManagerState } from '../manager-state.ts';
import type { Workspace } from '../workspace.ts';
import { usualRestartMs } from './apply-record.ts';
import { plannedFile, runningApply, startApply, startRestart, startRevert } from './start-apply.ts';

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

function apply(workspace: Workspace, restart = true) {
  const { file, config } = workspace;
  const planned = config && plannedFile(config, workspace);
  const reviewed = { baseSha256: file?.sha256 ?? '', newSha256: planned?.sha256 ?? '', restart, note: 'a note' };
  return startApply(workspace, reviewed, describeDraft(workspace));
}
const changed = () => original.replace('<level>7</level>', '<level>9</level>');

test('an apply writes, restarts and proves that the manager runs it', async () => {
  const { record, states, steps, log } = await toItsEnd(sandbox.database, apply(await draftOf(edit)));
  expect(record.outcome).toMatchObject({ result: 'running', managerUp: true, lines: [] });
  expect(states).toEqual({ backup: 'done', write: 'done', restart: 'done', daemons: 'done', loaded: 'done' });
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
  const { record, states } = await toItsEnd(sandbox.database, apply(await draftOf(other), false));
  expect(record.outcome).toMatchObject({ result: 'saved' });
  expect(states).toEqual({ backup: 'done', write: 'done' });
  expect(await sandbox.read()).toBe(original.replace('<level>7</level>', '<level>8</level>'));
  expect(await sandbox.manager.loadDaemons()).toEqual(before);
  expect((await loadManagerState(await sandbox.load())).sync).toMatchObject({ state: 'restart-pending' });
});

test('what was not reviewed is not applied', async () => {
  const workspace = await draftOf(edit);
  const reviewed = { baseSha256: workspace.file?.sha256 ?? '', newSha256: 'f'.repeat(64), restart: true, note: '' };
  expect(startApply(workspace, reviewed, [])).toMatchObject({ status: 'conflict' });
  await sandbox.write(`${original}\n`);
  expect(apply({ ...(await sandbox.load()), file: workspace.file })).toMatchObject({ status: 'conflict' });
  expect(await sandbox.read()).toBe(`${original}\n`);
});

test('an empty draft is not applied', async () => {
  expect(apply(await sandbox.load())).toMatchObject({ status: 'refused', code: 'nothing-to-apply' });
});

test('a file that changes in the last moment is not overwritten, and the draft stays', async () => {
  const workspace = await draftOf(edit);
  await sandbox.write(`${original}<!-- theirs -->\n`);
  const { record, states } = await toItsEnd(sandbox.database, apply(workspace));
  expect(record.outcome).toMatchObject({ result: 'not-written' });
  expect(states).toMatchObject({ write: 'failed', restart: 'skipped', daemons: 'skipped', loaded: 'skipped' });
  expect(await sandbox.read()).toBe(`${original}<!-- theirs -->\n`);
  expect((await sandbox.load()).draft?.changes).toHaveLength(1);
});

test('a change made while the apply runs stays in the draft', async () => {
  const workspace = await draftOf(edit);
  const started = apply(workspace, false);
  addToDraft(workspace, [{ op: 'remove-response', index: 1 }]);
  await toItsEnd(sandbox.database, started);
  const { draft } = await sandbox.load();
  expect(draft?.changes.map(({ change, conflict }) => [change.op, conflict])).toEqual([['remove-response', null]]);
});

test('a file changed by somebody else between writing and restarting ends the apply before the restart', async () => {
  const before = await sandbox.manager.loadDaemons();
  const saveConfig: typeof sandbox.manager.saveConfig = async (request) => {
    const saved = await sandbox.manager.saveConfig(request);
    await sandbox.write(`${original}<!-- theirs -->\n`);
    return saved;
  };
  await draftOf(edit);
  const { record } = await toItsEnd(sandbox.database, apply(await sandbox.load({ saveConfig })));
  expect(record.outcome).toMatchObject({ result: 'failed', message: expect.stringContaining('somebody else') });
  expect(await sandbox.manager.loadDaemons()).toEqual(before);
});

test('a manager that refuses to restart runs on, and its own words say why', async () => {
  const refusing = '<ossec_config><active-response><command>no</command></active-response></ossec_config>\n';
  const loadConfig: typeof sandbox.manager.loadConfig = async () => {
    const loaded = await sandbox.manager.loadConfig();
    await sandbox.write(refusing);
    return loaded;
  };
  const { record } = await toItsEnd(sandbox.database, startRestart(await sandbox.load({ loadConfig })));
  expect(record.outcome).toMatchObject({ result: 'failed', message: 'The manager refused to restart.' });
  expect(record.outcome).toMatchObject({ managerUp: true, hint: 'The manager runs on as before.' });
  expect(record.outcome?.lines.join('\n')).toContain('CRITICAL: (1202)');
});

test('a manager that dies right after its start is seen', async () => {
  vi.stubEnv('RIPOSTE_WATCH_SECONDS', '3');
  await sandbox.set({ dieAfterSeconds: 1 });
  const { record, states } = await toItsEnd(sandbox.database, apply(await draftOf(edit)));
  expect(record.outcome).toMatchObject({ result: 'failed', managerUp: false });
  expect(record.outcome?.message).toBe('analysisd stopped right after the start.');
  expect(states).toMatchObject({ daemons: 'failed', loaded: 'skipped' });
});

test('a daemon that gives up ends the waiting, with its reason', async () => {
  await sandbox.set({ refuseStart: true });
  const { record } = await toItsEnd(sandbox.database, apply(await draftOf(edit)));
  expect(record.outcome).toMatchObject({ result: 'failed', message: 'remoted did not start.', managerUp: false });
  expect(record.outcome?.lines[0]).toContain('Unable to Bind port');
});

test('an ar.conf that says something else is no proof', async () => {
  const loadArConf = async () => `${await sandbox.manager.loadArConf()}host-deny1 - host-deny - 1\n`;
  const workspace = await sandbox.load({ loadArConf });
  const { record, states } = await toItsEnd(sandbox.database, startRestart(workspace));
  expect(record.outcome).toMatchObject({ result: 'failed', message: expect.stringContaining('ar.conf does not list') });
  expect(states).toMatchObject({ daemons: 'done', loaded: 'failed' });
});

test('an apply to a manager that is down starts it', async () => {
  await sandbox.set({ withoutAnalysisd: true });
  await toItsEnd(sandbox.database, { status: 'started', id: idOf(startRestart(await withoutWaiting())) });
  await sandbox.set({ withoutAnalysisd: false, start: false });
  expect((await loadManagerState(await sandbox.load())).sync).toEqual({ state: 'manager-down' });
  const { record } = await toItsEnd(sandbox.database, apply(await draftOf(edit)));
  expect(record.outcome).toMatchObject({ result: 'running' });
});

const idOf = (started: ReturnType<typeof startRestart>) => (started.status === 'started' ? started.id : 0);

/** A log that says at once that analysisd gives up: nobody wants to wait for a minute and a half. */
async function withoutWaiting() {
  const log = join(sandbox.directory, 'logs/ossec.log');
  const restart: typeof sandbox.manager.restart = async function* () {
    yield* sandbox.manager.restart();
    await appendFile(log, '2026/01/01 00:00:00 wazuh-analysisd: CRITICAL: (1202): gone\n');
  };
  return sandbox.load({ restart });
}

test('a revert puts the bytes back, restarts and gives the draft back', async () => {
  const { record } = await toItsEnd(sandbox.database, apply(await draftOf(edit), false));
  const reverted = await toItsEnd(sandbox.database, startRevert(await sandbox.load(), record.id));
  expect(reverted.record.outcome).toMatchObject({ result: 'running' });
  expect(await sandbox.read()).toBe(original);
  const { draft } = await sandbox.load();
  expect(draft).toMatchObject({ stale: false, changes: [{ change: edit, conflict: null }] });
});

test('a revert is refused once the file was changed again', async () => {
  const { record } = await toItsEnd(sandbox.database, apply(await draftOf(edit), false));
  await sandbox.write(`${changed()}\n`);
  expect(startRevert(await sandbox.load(), record.id)).toMatchObject({ status: 'conflict' });
  expect(startRevert(await sandbox.load(), 99_999)).toMatchObject({ code: 'no-such-apply' });
});

test('only one apply runs at a time', async () => {
  const workspace = await draftOf(edit);
  const started = apply(workspace, false);
  expect(runningApply()).toBe(idOf(started));
  expect(apply(workspace)).toMatchObject({ code: 'apply-running' });
  expect(startRestart(workspace)).toMatchObject({ code: 'apply-running' });
  expect(startRevert(workspace, 1)).toMatchObject({ code: 'apply-running' });
  await toItsEnd(sandbox.database, started);
  expect(runningApply()).toBeNull();
});

test('a file that the manager would refuse is not restarted with', async () => {
  await sandbox.write('<ossec_config><active-response><command>no</command></active-response></ossec_config>\n');
  expect(startRestart(await sandbox.load())).toMatchObject({ status: 'refused', code: 'manager-would-refuse' });
});

test('a restart has nothing to put back', async () => {
  const { record } = await toItsEnd(sandbox.database, startRestart(await sandbox.load()));
  expect(record.outcome).toMatchObject({ result: 'running', message: 'The manager is running again.' });
  expect(startRevert(await sandbox.load(), record.id)).toMatchObject({ code: 'no-such-apply' });
});
