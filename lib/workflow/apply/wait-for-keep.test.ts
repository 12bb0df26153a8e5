import { describe, expect, test, vi } from 'vitest';
import type { Change } from '../../ossec/index.ts';
import { addToDraft } from '../change-draft.ts';
import { applyDraft, idOf, toItsEnd } from '../fixtures/sandbox-workspace.ts';
import { UndoScene } from '../fixtures/undo-scene.ts';
import { decide, loadRunningApply } from './running-apply.ts';
import { startRestart } from './start-apply.ts';

const scene = new UndoScene();

describe('an apply waits to be kept', () => {
  const phase = () => loadRunningApply(scene.sandbox.database)?.phase;
  const confirming = () => vi.waitFor(() => expect(phase()).toBe('confirming'), { timeout: 15_000, interval: 20 });

  test('and stays when somebody keeps it', async () => {
    const started = await applyDraft(await scene.drafted(), { confirmSeconds: 60 });
    expect(decide(scene.sandbox.database, idOf(started), 'keep', 'bob')).toBe(false);
    await confirming();
    const left = loadRunningApply(scene.sandbox.database)?.remainingMs ?? 0;
    expect(left).toBeGreaterThan(40_000);
    expect(left).toBeLessThanOrEqual(60_000);
    expect(decide(scene.sandbox.database, idOf(started), 'keep', 'bob')).toBe(true);
    expect(decide(scene.sandbox.database, idOf(started), 'revert', 'eve')).toBe(false);
    const { record, states } = await toItsEnd(scene.sandbox.database, started);
    expect(record).toMatchObject({ outcome: { result: 'running' }, decision: 'keep', decidedBy: 'bob' });
    expect(states).toMatchObject({ confirm: 'done' });
    expect(await scene.sandbox.read()).toBe(scene.changed());
  });

  test('and goes back when nobody does', async () => {
    const { record } = await toItsEnd(
      scene.sandbox.database,
      await applyDraft(await scene.drafted(), { confirmSeconds: 1 }),
    );
    expect(record.outcome).toMatchObject({ result: 'reverted', why: 'not-kept' });
    expect(record.outcome?.hint).toBe('Nobody pressed Keep changes within 1 s.');
    expect(record.decidedBy).toBeNull();
    await scene.expectBack();
  });

  test('and goes back when somebody says so', async () => {
    const started = await applyDraft(await scene.drafted(), { confirmSeconds: 60 });
    await confirming();
    expect(decide(scene.sandbox.database, idOf(started), 'revert', 'bob')).toBe(true);
    const { record } = await toItsEnd(scene.sandbox.database, started);
    expect(record).toMatchObject({ outcome: { result: 'reverted', why: 'by-hand' }, decidedBy: 'bob' });
    await scene.expectBack();
  });

  test('and goes back when the manager does not stay well meanwhile', async () => {
    const workspace = await scene.drafted(scene.failOnce({ dieAfterSeconds: 2 }));
    const { record } = await toItsEnd(scene.sandbox.database, await applyDraft(workspace, { confirmSeconds: 60 }));
    expect(record.outcome).toMatchObject({
      result: 'reverted',
      why: 'failed',
      hint: 'analysisd stopped after the restart.',
    });
    await scene.expectBack();
  });

  test('but never over what somebody else wrote', async () => {
    const started = await applyDraft(await scene.drafted(), { confirmSeconds: 2 });
    await confirming();
    await scene.sandbox.write(`${scene.changed()}<!-- theirs -->\n`);
    const { record } = await toItsEnd(scene.sandbox.database, started);
    expect(record.outcome).toMatchObject({ result: 'superseded', managerUp: true });
    expect(await scene.sandbox.read()).toBe(`${scene.changed()}<!-- theirs -->\n`);
  });

  test('nor over what they wrote when it looks like half of ours', async () => {
    await scene.runs(scene.original);
    const two: Change = { op: 'edit-response', index: 0, set: { level: 9, timeout: 999 } };
    addToDraft(await scene.sandbox.load(), [two]);
    const started = await applyDraft(await scene.sandbox.load(), { confirmSeconds: 2 });
    await confirming();
    const theirs = scene.changed();
    await scene.sandbox.write(theirs);
    const { record } = await toItsEnd(scene.sandbox.database, started);
    expect(record.outcome).toMatchObject({ result: 'superseded' });
    expect(await scene.sandbox.read()).toBe(theirs);
  });

  test('a word of revert that was taken is heard, also where nobody is asked', async () => {
    await scene.runs(scene.original);
    const loadRunningResponses = async () => {
      decide(scene.sandbox.database, loadRunningApply(scene.sandbox.database)?.id ?? 0, 'revert', 'bob');
      return null;
    };
    const { record } = await toItsEnd(
      scene.sandbox.database,
      await applyDraft(await scene.drafted({ loadRunningResponses })),
    );
    expect(record.outcome).toMatchObject({ result: 'reverted', why: 'by-hand' });
    const identify = async () => {
      decide(scene.sandbox.database, loadRunningApply(scene.sandbox.database)?.id ?? 0, 'revert', 'bob');
      return scene.sandbox.manager.identify();
    };
    const only = await toItsEnd(
      scene.sandbox.database,
      await applyDraft(await scene.drafted({ identify }), { restart: false }),
    );
    expect(only.record.outcome).toMatchObject({ result: 'reverted', why: 'by-hand' });
    expect(await scene.sandbox.read()).toBe(scene.original);
  });

  test('a restart into another file is one, too: the file that ran comes back', async () => {
    await toItsEnd(scene.sandbox.database, await startRestart(await scene.sandbox.load(), 0));
    await scene.sandbox.write(scene.changed());
    const started = await startRestart(await scene.sandbox.load(), 1);
    const { record, states } = await toItsEnd(scene.sandbox.database, started);
    expect(record.outcome).toMatchObject({ result: 'reverted', why: 'not-kept' });
    expect(states).not.toHaveProperty('write');
    expect(await scene.sandbox.read()).toBe(scene.original);
  });
});
