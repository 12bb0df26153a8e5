import { describe, expect, test } from 'vitest';
import type { Manager } from '../../manager/manager.ts';
import type { Change } from '../../ossec/index.ts';
import { addToDraft } from '../change-draft.ts';
import { applyDraft, toItsEnd } from '../fixtures/sandbox-workspace.ts';
import { healthy, UndoScene } from '../fixtures/undo-scene.ts';
import { look } from './apply-supervisor.ts';
import { retryRevert } from './retry-revert.ts';
import { loadAlarm } from './running-apply.ts';

const scene = new UndoScene();

const failAlways: Pick<Manager, 'restart'> = {
  restart: async function* () {
    yield { kind: 'exited', code: 1, signal: null, timedOut: false };
  },
};

describe('a way back that fails is the alarm', () => {
  test('with what to do by hand; it is over when the manager is well again', async () => {
    const workspace = await scene.drafted();
    await scene.sandbox.set({ refuseStart: true });
    const { record } = await toItsEnd(scene.sandbox.database, await applyDraft(workspace));
    expect(record.outcome).toMatchObject({ result: 'revert-failed', managerUp: false });
    expect(record.outcome?.lines[0]).toContain('Unable to Bind port');
    expect(record.outcome?.manual?.some((step) => step.includes('restart'))).toBe(true);
    expect(await scene.sandbox.read()).toBe(scene.original);
    expect(loadAlarm(scene.sandbox.database)?.applyId).toBe(record.id);
    await look(scene.sandbox);
    expect(loadAlarm(scene.sandbox.database)).not.toBeNull();
    await scene.sandbox.set(healthy);
    const again = await toItsEnd(scene.sandbox.database, await retryRevert(await scene.sandbox.load(), record.id));
    expect(again.record.outcome).toMatchObject({ result: 'running' });
    await look(scene.sandbox);
    expect(loadAlarm(scene.sandbox.database)).toBeNull();
  });

  test('trying again never brings back what nobody kept', async () => {
    await scene.runs(scene.original);
    let restarts = 0;
    const restart: Manager['restart'] = async function* () {
      if (++restarts === 1) return yield* scene.sandbox.manager.restart();
      yield { kind: 'exited', code: 1, signal: null, timedOut: false };
    };
    const started = await applyDraft(await scene.drafted({ restart }), { confirmSeconds: 1 });
    const { record } = await toItsEnd(scene.sandbox.database, started);
    expect(record.outcome).toMatchObject({ result: 'revert-failed', why: 'not-kept' });
    expect(await scene.sandbox.read()).toBe(scene.original);
    const again = await toItsEnd(
      scene.sandbox.database,
      await retryRevert(await scene.sandbox.load({ restart }), record.id),
    );
    expect(again.record.outcome).toMatchObject({ result: 'failed' });
    expect(await scene.sandbox.read()).toBe(scene.original);
    expect(loadAlarm(scene.sandbox.database)?.applyId).toBe(record.id);
    const last = await toItsEnd(scene.sandbox.database, await retryRevert(await scene.sandbox.load(), record.id));
    expect(last.record.outcome).toMatchObject({ result: 'running' });
    expect(await scene.sandbox.read()).toBe(scene.original);
    scene.sandbox.database.exec('UPDATE applies SET alarm_settled_at = 1');
  });

  test('and mends a file that its own write left torn, also when the restart then fails', async () => {
    await scene.runs(scene.original);
    const torn = scene.original.replace('<level>7</level>', '<level>9</level>');
    const two: Change = { op: 'edit-response', index: 0, set: { level: 9, timeout: 999 } };
    addToDraft(await scene.sandbox.load(), [two]);
    const saveConfig: Manager['saveConfig'] = async () => {
      await scene.sandbox.write(torn);
      return { ok: false, conflict: false, failure: { code: 'no', message: 'The disk is full.', hint: 'Free it.' } };
    };
    const { record } = await toItsEnd(
      scene.sandbox.database,
      await applyDraft(await scene.sandbox.load({ saveConfig })),
    );
    expect(record.outcome).toMatchObject({ result: 'revert-failed' });
    expect(await scene.sandbox.read()).toBe(torn);
    const again = await toItsEnd(
      scene.sandbox.database,
      await retryRevert(await scene.sandbox.load(failAlways), record.id),
    );
    expect(again.record.outcome).toMatchObject({ result: 'revert-failed' });
    expect(await scene.sandbox.read()).toBe(scene.original);
    scene.sandbox.database.exec('UPDATE applies SET alarm_settled_at = 1');
  });

  test('also when the file cannot be written', async () => {
    let saves = 0;
    const saveConfig: Manager['saveConfig'] = async (request) =>
      ++saves === 1
        ? scene.sandbox.manager.saveConfig(request)
        : { ok: false, conflict: false, failure: { code: 'no', message: 'The disk is full.', hint: 'Free it.' } };
    const workspace = await scene.drafted({ ...scene.failOnce({ refuseStart: true }), saveConfig });
    const { record } = await toItsEnd(scene.sandbox.database, await applyDraft(workspace));
    expect(record.outcome).toMatchObject({ result: 'revert-failed', hint: 'Free it.' });
    expect(record.outcome?.message).toContain('The disk is full.');
    scene.sandbox.database.exec('UPDATE applies SET alarm_settled_at = 1');
  });
});
