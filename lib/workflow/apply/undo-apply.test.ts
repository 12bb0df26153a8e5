import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Manager } from '../../manager/manager.ts';
import type { Change } from '../../ossec/index.ts';
import type { SandboxOptions } from '../../sandbox/prepare.ts';
import { addToDraft } from '../change-draft.ts';
import { applyDraft, idOf, makeSandbox, type SandboxUnderTest, toItsEnd } from '../fixtures/sandbox-workspace.ts';
import { look } from './apply-supervisor.ts';
import { retryRevert } from './retry-revert.ts';
import { decide, loadAlarm, loadRunningApply } from './running-apply.ts';
import { startRestart } from './start-apply.ts';

let sandbox: SandboxUnderTest;
let original: string;
const healthy = { refuseStart: false, dieAfterSeconds: 0, withoutAnalysisd: false };
const edit: Change = { op: 'edit-response', index: 0, set: { level: 9 } };
const changed = () => original.replace('<level>7</level>', '<level>9</level>');

beforeAll(async () => {
  sandbox = await makeSandbox();
  original = await sandbox.read();
});
afterAll(() => sandbox?.dispose());
beforeEach(async () => {
  vi.stubEnv('RIPOSTE_WATCH_SECONDS', '0.3');
  vi.stubEnv('RIPOSTE_UP_SECONDS', '1');
  vi.stubEnv('RIPOSTE_DOWN_SECONDS', '0.5');
  sandbox.database.exec('DELETE FROM drafts; DELETE FROM drafts_set_aside');
  await sandbox.write(original);
});
afterEach(async () => {
  await sandbox.write(original);
  await sandbox.set(healthy);
});

/** A file that nobody has made the manager read. */
const waiting = () => `${original}<!-- waiting -->\n`;

/** The manager runs this version, and Riposte knows it. */
async function runs(text: string) {
  await sandbox.write(text);
  await toItsEnd(sandbox.database, await startRestart(await sandbox.load(), 0));
}

const drafted = async (over: Partial<Manager> = {}) => {
  addToDraft(await sandbox.load(), [edit]);
  return sandbox.load(over);
};

/** The first restart goes wrong like this, the next one well. */
function failOnce(options: SandboxOptions): Pick<Manager, 'restart'> {
  let restarts = 0;
  return {
    restart: async function* () {
      await sandbox.set({ ...(++restarts === 1 ? options : healthy), start: false });
      yield* sandbox.manager.restart();
    },
  };
}

const failAlways: Pick<Manager, 'restart'> = {
  restart: async function* () {
    yield { kind: 'exited', code: 1, signal: null, timedOut: false };
  },
};

async function expectBack() {
  expect(await sandbox.read()).toBe(original);
  expect(await sandbox.manager.loadArConf()).toContain('firewall-drop');
  const down = (await sandbox.manager.loadDaemons()).filter(({ required, running }) => required && !running);
  expect(down).toEqual([]);
  expect((await sandbox.load()).draft?.changes.map(({ change }) => change)).toEqual([edit]);
}

describe('a restart that goes wrong is undone by itself', () => {
  const faults: [string, SandboxOptions, string][] = [
    ['a daemon refuses to start', { refuseStart: true }, 'remoted did not start.'],
    ['analysisd is not started', { withoutAnalysisd: true }, 'analysisd did not start.'],
    ['analysisd dies right after the start', { dieAfterSeconds: 0.7 }, 'analysisd stopped right after the start.'],
  ];
  test.each(faults)('%s', async (_, fault, why) => {
    vi.stubEnv('RIPOSTE_WATCH_SECONDS', '1.5');
    const { record, states } = await toItsEnd(sandbox.database, await applyDraft(await drafted(failOnce(fault))));
    expect(record.outcome).toMatchObject({ result: 'reverted', why: 'failed', hint: why, managerUp: true });
    expect(states).toMatchObject({ 'put-back': 'done', 'restart-again': 'done', loaded: 'skipped' });
    expect(record.reason).toMatchObject({ message: why });
    await expectBack();
  });

  test('the restart program ends with an error', async () => {
    let restarts = 0;
    const restart: Manager['restart'] = async function* () {
      if (++restarts > 1) return yield* sandbox.manager.restart();
      yield { kind: 'output', stream: 'stderr', line: 'no' };
      yield { kind: 'exited', code: 1, signal: null, timedOut: false };
    };
    const { record } = await toItsEnd(sandbox.database, await applyDraft(await drafted({ restart })));
    expect(record.outcome).toMatchObject({ result: 'reverted', hint: 'The manager refused to restart.' });
    await expectBack();
  });

  test('the restart program never works: what ran goes on running, and nobody is alarmed', async () => {
    await runs(original);
    const before = await sandbox.manager.loadDaemons();
    const restart: Manager['restart'] = async function* () {
      yield { kind: 'exited', code: 1, signal: null, timedOut: false };
    };
    const { record } = await toItsEnd(sandbox.database, await applyDraft(await drafted({ restart })));
    expect(record.outcome).toMatchObject({ result: 'reverted', managerUp: true });
    expect(await sandbox.manager.loadDaemons()).toEqual(before);
    await expectBack();
  });

  test('what comes back is what ran, not what only waited on the disk', async () => {
    await runs(original);
    await sandbox.write(waiting());
    const workspace = await drafted(failOnce({ refuseStart: true }));
    const { record } = await toItsEnd(sandbox.database, await applyDraft(workspace));
    expect(record.outcome).toMatchObject({ result: 'reverted', message: expect.stringContaining('kept in History') });
    expect(await sandbox.read()).toBe(original);
    const kept = sandbox.database.prepare('SELECT 1 FROM contents WHERE sha256 = ?').get(record.baseSha256);
    expect(kept).toBeDefined();
  });

  test('the manager runs other responses than planned', async () => {
    let asked = 0;
    const loadArConf = async () => (++asked === 1 ? 'x - y - 0\n' : sandbox.manager.loadArConf());
    const { record } = await toItsEnd(sandbox.database, await applyDraft(await drafted({ loadArConf })));
    expect(record.outcome).toMatchObject({ result: 'reverted', hint: expect.stringContaining('ar.conf') });
    await expectBack();
  });
});

describe('an apply waits to be kept', () => {
  const phase = () => loadRunningApply(sandbox.database)?.phase;
  const confirming = () => vi.waitFor(() => expect(phase()).toBe('confirming'), { timeout: 15_000, interval: 20 });

  test('and stays when somebody keeps it', async () => {
    const started = await applyDraft(await drafted(), { confirmSeconds: 60 });
    expect(decide(sandbox.database, idOf(started), 'keep', 'bob')).toBe(false);
    await confirming();
    const left = loadRunningApply(sandbox.database)?.remainingMs ?? 0;
    expect(left).toBeGreaterThan(40_000);
    expect(left).toBeLessThanOrEqual(60_000);
    expect(decide(sandbox.database, idOf(started), 'keep', 'bob')).toBe(true);
    expect(decide(sandbox.database, idOf(started), 'revert', 'eve')).toBe(false);
    const { record, states } = await toItsEnd(sandbox.database, started);
    expect(record).toMatchObject({ outcome: { result: 'running' }, decision: 'keep', decidedBy: 'bob' });
    expect(states).toMatchObject({ confirm: 'done' });
    expect(await sandbox.read()).toBe(changed());
  });

  test('and goes back when nobody does', async () => {
    const { record } = await toItsEnd(sandbox.database, await applyDraft(await drafted(), { confirmSeconds: 1 }));
    expect(record.outcome).toMatchObject({ result: 'reverted', why: 'not-kept' });
    expect(record.outcome?.hint).toBe('Nobody pressed Keep changes within 1 s.');
    expect(record.decidedBy).toBeNull();
    await expectBack();
  });

  test('and goes back when somebody says so', async () => {
    const started = await applyDraft(await drafted(), { confirmSeconds: 60 });
    await confirming();
    expect(decide(sandbox.database, idOf(started), 'revert', 'bob')).toBe(true);
    const { record } = await toItsEnd(sandbox.database, started);
    expect(record).toMatchObject({ outcome: { result: 'reverted', why: 'by-hand' }, decidedBy: 'bob' });
    await expectBack();
  });

  test('and goes back when the manager does not stay well meanwhile', async () => {
    const workspace = await drafted(failOnce({ dieAfterSeconds: 2 }));
    const { record } = await toItsEnd(sandbox.database, await applyDraft(workspace, { confirmSeconds: 60 }));
    expect(record.outcome).toMatchObject({
      result: 'reverted',
      why: 'failed',
      hint: 'analysisd stopped after the restart.',
    });
    await expectBack();
  });

  test('but never over what somebody else wrote', async () => {
    const started = await applyDraft(await drafted(), { confirmSeconds: 2 });
    await confirming();
    await sandbox.write(`${changed()}<!-- theirs -->\n`);
    const { record } = await toItsEnd(sandbox.database, started);
    expect(record.outcome).toMatchObject({ result: 'superseded', managerUp: true });
    expect(await sandbox.read()).toBe(`${changed()}<!-- theirs -->\n`);
  });

  test('nor over what they wrote when it looks like half of ours', async () => {
    await runs(original);
    const two: Change = { op: 'edit-response', index: 0, set: { level: 9, timeout: 999 } };
    addToDraft(await sandbox.load(), [two]);
    const started = await applyDraft(await sandbox.load(), { confirmSeconds: 2 });
    await confirming();
    const theirs = changed();
    await sandbox.write(theirs);
    const { record } = await toItsEnd(sandbox.database, started);
    expect(record.outcome).toMatchObject({ result: 'superseded' });
    expect(await sandbox.read()).toBe(theirs);
  });

  test('a word of revert that was taken is heard, also where nobody is asked', async () => {
    await runs(original);
    const loadRunningResponses = async () => {
      decide(sandbox.database, loadRunningApply(sandbox.database)?.id ?? 0, 'revert', 'bob');
      return null;
    };
    const { record } = await toItsEnd(sandbox.database, await applyDraft(await drafted({ loadRunningResponses })));
    expect(record.outcome).toMatchObject({ result: 'reverted', why: 'by-hand' });
    const identify = async () => {
      decide(sandbox.database, loadRunningApply(sandbox.database)?.id ?? 0, 'revert', 'bob');
      return sandbox.manager.identify();
    };
    const only = await toItsEnd(sandbox.database, await applyDraft(await drafted({ identify }), { restart: false }));
    expect(only.record.outcome).toMatchObject({ result: 'reverted', why: 'by-hand' });
    expect(await sandbox.read()).toBe(original);
  });

  test('a restart into another file is one, too: the file that ran comes back', async () => {
    await toItsEnd(sandbox.database, await startRestart(await sandbox.load(), 0));
    await sandbox.write(changed());
    const started = await startRestart(await sandbox.load(), 1);
    const { record, states } = await toItsEnd(sandbox.database, started);
    expect(record.outcome).toMatchObject({ result: 'reverted', why: 'not-kept' });
    expect(states).not.toHaveProperty('write');
    expect(await sandbox.read()).toBe(original);
  });
});

describe('a way back that fails is the alarm', () => {
  test('with what to do by hand; it is over when the manager is well again', async () => {
    const workspace = await drafted();
    await sandbox.set({ refuseStart: true });
    const { record } = await toItsEnd(sandbox.database, await applyDraft(workspace));
    expect(record.outcome).toMatchObject({ result: 'revert-failed', managerUp: false });
    expect(record.outcome?.lines[0]).toContain('Unable to Bind port');
    expect(record.outcome?.manual?.some((step) => step.includes('restart'))).toBe(true);
    expect(await sandbox.read()).toBe(original);
    expect(loadAlarm(sandbox.database)?.applyId).toBe(record.id);
    await look(sandbox);
    expect(loadAlarm(sandbox.database)).not.toBeNull();
    await sandbox.set(healthy);
    const again = await toItsEnd(sandbox.database, await retryRevert(await sandbox.load(), record.id));
    expect(again.record.outcome).toMatchObject({ result: 'running' });
    await look(sandbox);
    expect(loadAlarm(sandbox.database)).toBeNull();
  });

  test('trying again never brings back what nobody kept', async () => {
    await runs(original);
    let restarts = 0;
    const restart: Manager['restart'] = async function* () {
      if (++restarts === 1) return yield* sandbox.manager.restart();
      yield { kind: 'exited', code: 1, signal: null, timedOut: false };
    };
    const started = await applyDraft(await drafted({ restart }), { confirmSeconds: 1 });
    const { record } = await toItsEnd(sandbox.database, started);
    expect(record.outcome).toMatchObject({ result: 'revert-failed', why: 'not-kept' });
    expect(await sandbox.read()).toBe(original);
    const again = await toItsEnd(sandbox.database, await retryRevert(await sandbox.load({ restart }), record.id));
    expect(again.record.outcome).toMatchObject({ result: 'failed' });
    expect(await sandbox.read()).toBe(original);
    expect(loadAlarm(sandbox.database)?.applyId).toBe(record.id);
    const last = await toItsEnd(sandbox.database, await retryRevert(await sandbox.load(), record.id));
    expect(last.record.outcome).toMatchObject({ result: 'running' });
    expect(await sandbox.read()).toBe(original);
    sandbox.database.exec('UPDATE applies SET alarm_settled_at = 1');
  });

  test('and mends a file that its own write left torn, also when the restart then fails', async () => {
    await runs(original);
    const torn = original.replace('<level>7</level>', '<level>9</level>');
    const two: Change = { op: 'edit-response', index: 0, set: { level: 9, timeout: 999 } };
    addToDraft(await sandbox.load(), [two]);
    const saveConfig: Manager['saveConfig'] = async () => {
      await sandbox.write(torn);
      return { ok: false, conflict: false, failure: { code: 'no', message: 'The disk is full.', hint: 'Free it.' } };
    };
    const { record } = await toItsEnd(sandbox.database, await applyDraft(await sandbox.load({ saveConfig })));
    expect(record.outcome).toMatchObject({ result: 'revert-failed' });
    expect(await sandbox.read()).toBe(torn);
    const again = await toItsEnd(sandbox.database, await retryRevert(await sandbox.load(failAlways), record.id));
    expect(again.record.outcome).toMatchObject({ result: 'revert-failed' });
    expect(await sandbox.read()).toBe(original);
    sandbox.database.exec('UPDATE applies SET alarm_settled_at = 1');
  });

  test('also when the file cannot be written', async () => {
    let saves = 0;
    const saveConfig: Manager['saveConfig'] = async (request) =>
      ++saves === 1
        ? sandbox.manager.saveConfig(request)
        : { ok: false, conflict: false, failure: { code: 'no', message: 'The disk is full.', hint: 'Free it.' } };
    const workspace = await drafted({ ...failOnce({ refuseStart: true }), saveConfig });
    const { record } = await toItsEnd(sandbox.database, await applyDraft(workspace));
    expect(record.outcome).toMatchObject({ result: 'revert-failed', hint: 'Free it.' });
    expect(record.outcome?.message).toContain('The disk is full.');
    sandbox.database.exec('UPDATE applies SET alarm_settled_at = 1');
  });
});
