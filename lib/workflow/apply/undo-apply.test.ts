import { describe, expect, test, vi } from 'vitest';
import type { Manager } from '../../manager/manager.ts';
import type { SandboxOptions } from '../../sandbox/prepare.ts';
import { applyDraft, toItsEnd } from '../fixtures/sandbox-workspace.ts';
import { UndoScene } from '../fixtures/undo-scene.ts';

const scene = new UndoScene();

/** A file that nobody has made the manager read. */
const waiting = () => `${scene.original}<!-- waiting -->\n`;

describe('a restart that goes wrong is undone by itself', () => {
  const faults: [string, SandboxOptions, string][] = [
    ['a daemon refuses to start', { refuseStart: true }, 'remoted did not start.'],
    ['analysisd is not started', { withoutAnalysisd: true }, 'analysisd did not start.'],
    ['analysisd dies right after the start', { dieAfterSeconds: 0.7 }, 'analysisd stopped right after the start.'],
  ];
  test.each(faults)('%s', async (_, fault, why) => {
    vi.stubEnv('RIPOSTE_WATCH_SECONDS', '1.5');
    const { record, states } = await toItsEnd(
      scene.sandbox.database,
      await applyDraft(await scene.drafted(scene.failOnce(fault))),
    );
    expect(record.outcome).toMatchObject({ result: 'reverted', why: 'failed', hint: why, managerUp: true });
    expect(states).toMatchObject({ 'put-back': 'done', 'restart-again': 'done', loaded: 'skipped' });
    expect(record.reason).toMatchObject({ message: why });
    await scene.expectBack();
  });

  test('the restart program ends with an error', async () => {
    let restarts = 0;
    const restart: Manager['restart'] = async function* () {
      if (++restarts > 1) return yield* scene.sandbox.manager.restart();
      yield { kind: 'output', stream: 'stderr', line: 'no' };
      yield { kind: 'exited', code: 1, signal: null, timedOut: false };
    };
    const { record } = await toItsEnd(scene.sandbox.database, await applyDraft(await scene.drafted({ restart })));
    expect(record.outcome).toMatchObject({ result: 'reverted', hint: 'The manager refused to restart.' });
    await scene.expectBack();
  });

  test('the restart program never works: what ran goes on running, and nobody is alarmed', async () => {
    await scene.runs(scene.original);
    const before = await scene.sandbox.manager.loadDaemons();
    const restart: Manager['restart'] = async function* () {
      yield { kind: 'exited', code: 1, signal: null, timedOut: false };
    };
    const { record } = await toItsEnd(scene.sandbox.database, await applyDraft(await scene.drafted({ restart })));
    expect(record.outcome).toMatchObject({ result: 'reverted', managerUp: true });
    expect(await scene.sandbox.manager.loadDaemons()).toEqual(before);
    await scene.expectBack();
  });

  test('what comes back is what ran, not what only waited on the disk', async () => {
    await scene.runs(scene.original);
    await scene.sandbox.write(waiting());
    const workspace = await scene.drafted(scene.failOnce({ refuseStart: true }));
    const { record } = await toItsEnd(scene.sandbox.database, await applyDraft(workspace));
    expect(record.outcome).toMatchObject({ result: 'reverted', message: expect.stringContaining('kept in History') });
    expect(await scene.sandbox.read()).toBe(scene.original);
    const kept = scene.sandbox.database.prepare('SELECT 1 FROM contents WHERE sha256 = ?').get(record.baseSha256);
    expect(kept).toBeDefined();
  });

  test('the manager runs other responses than planned', async () => {
    let asked = 0;
    const loadArConf = async () => (++asked === 1 ? 'x - y - 0\n' : scene.sandbox.manager.loadArConf());
    const { record } = await toItsEnd(scene.sandbox.database, await applyDraft(await scene.drafted({ loadArConf })));
    expect(record.outcome).toMatchObject({ result: 'reverted', hint: expect.stringContaining('ar.conf') });
    await scene.expectBack();
  });
});
