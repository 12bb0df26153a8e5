/* What a later process finds: a record at a step, a file on the disk. The fault suite kills real processes; here is each case. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadContent, saveContent, sha256Of } from '../../history/contents.ts';
import { toBytes } from '../../ossec/byte-text.ts';
import { makeSandbox, type SandboxUnderTest } from '../fixtures/sandbox-workspace.ts';
import { tryApplyLock } from './apply-lock.ts';
import { createApply, loadApply, loadSteps, type StepKey, saveStep } from './apply-record.ts';
import { look } from './apply-supervisor.ts';
import { startDeadline } from './keep-deadline.ts';
import { startRestart } from './start-apply.ts';

let sandbox: SandboxUnderTest;
let original: string;
const changed = () =>
  original.replace('<level>7</level>', '<level>9</level>').replace('<level>12</level>', '<level>13</level>');
const STEPS: StepKey[] = ['backup', 'check', 'write', 'restart', 'daemons', 'loaded', 'confirm'];

beforeAll(async () => {
  vi.stubEnv('RIPOSTE_WATCH_SECONDS', '0.2');
  sandbox = await makeSandbox();
  original = await sandbox.read();
});
afterAll(() => sandbox?.dispose());
beforeEach(() => vi.stubEnv('RIPOSTE_WATCH_SECONDS', '0.2'));
afterEach(() => sandbox.write(original));

/** An apply whose process died in this step, with this on the disk. */
async function diedIn(step: StepKey, disk: string, { restart = true, kind = 'apply' as 'apply' | 'restart' } = {}) {
  const { database } = sandbox;
  const [baseSha256, newSha256] = [original, changed()].map((text) => saveContent(database, toBytes(text))) as [
    string,
    string,
  ];
  const texts = { person: 'ada', kind, note: '', changes: [], sentences: [] };
  const id = createApply(database, { ...texts, baseSha256, newSha256, restart, confirmSeconds: 60 }, STEPS);
  for (const key of STEPS.slice(0, STEPS.indexOf(step) + 1)) {
    const state = key === step ? 'running' : 'done';
    const times = { startedAt: Date.now(), finishedAt: state === 'done' ? Date.now() : null };
    saveStep(database, id, { key, state, text: '', daemons: [], evidence: null, ...times });
  }
  await sandbox.write(disk);
  return id;
}

async function wentOn(id: number) {
  await look(sandbox);
  const record = loadApply(sandbox.database, id);
  const steps = Object.fromEntries(loadSteps(sandbox.database, id).map(({ key, state }) => [key, state]));
  return { outcome: record?.outcome, steps, file: await sandbox.read() };
}

describe('an apply that was cut off', () => {
  test.each(['backup', 'check'] as const)('in %s wrote nothing', async (step) => {
    const { outcome, file } = await wentOn(await diedIn(step, original));
    expect(outcome).toMatchObject({ result: 'not-written' });
    expect(file).toBe(original);
  });

  test('in write, with the old file there, wrote nothing', async () => {
    const { outcome, steps } = await wentOn(await diedIn('write', original));
    expect(outcome).toMatchObject({ result: 'not-written' });
    expect(steps).toMatchObject({ write: 'failed', restart: 'skipped' });
  });

  test('in write, with the new file there, puts the old one back; the manager never stopped', async () => {
    const before = await sandbox.manager.loadDaemons();
    const { outcome, file } = await wentOn(await diedIn('write', changed()));
    expect(outcome).toMatchObject({ result: 'reverted', why: 'interrupted' });
    expect(outcome?.message).toContain('ran on with it all the time');
    expect(file).toBe(original);
    expect(await sandbox.manager.loadDaemons()).toEqual(before);
  });

  test('in write, over a file that never ran, puts that one back and asks for no restart', async () => {
    const waiting = original.replace('<command>firewall-drop</command>', '<command>host-deny</command>');
    const id = await diedIn('write', changed());
    const shas = [saveContent(sandbox.database, toBytes(waiting)), sha256Of(toBytes(original))];
    sandbox.database
      .prepare('UPDATE applies SET base_sha256 = ?, back_sha256 = ? WHERE id = ?')
      .run(...(shas as [string, string]), id);
    const before = await sandbox.manager.loadDaemons();
    const { outcome, file, steps } = await wentOn(id);
    expect(outcome).toMatchObject({ result: 'reverted', why: 'interrupted' });
    expect(steps).not.toHaveProperty('restart-again');
    expect(file).toBe(waiting);
    expect(await sandbox.manager.loadDaemons()).toEqual(before);
  });

  test('in write, with half of it there, puts the old one back', async () => {
    // The number is longer in the new file: its length and its end are still those of the old one.
    const [from, to] = [original, changed()];
    const at = to.indexOf('<level>9</level>') + 9;
    const torn = to.slice(0, at) + from.slice(at);
    const { outcome, file } = await wentOn(await diedIn('write', torn));
    expect(outcome).toMatchObject({ result: 'reverted', why: 'interrupted' });
    expect(file).toBe(original);
  });

  test('while a restart that nobody kept is put back in place: half of it is no file of somebody else', async () => {
    const id = await diedIn('confirm', changed(), { kind: 'restart' });
    const { database } = sandbox;
    database
      .prepare(`INSERT INTO apply_steps (apply_id, key, position, state, detail, started_at)
      VALUES (?, 'put-back', 90, 'running', '{}', ?)`)
      .run(id, Date.now());
    const at = original.indexOf('<level>7</level>') + 9;
    await sandbox.write(original.slice(0, at) + changed().slice(at));
    const { outcome, file } = await wentOn(id);
    expect(outcome).toMatchObject({ result: 'reverted' });
    expect(file).toBe(original);
  });

  test('in write, with the file of somebody else there, touches nothing', async () => {
    const theirs = `${original}<!-- theirs -->\n`;
    const { outcome, file } = await wentOn(await diedIn('write', theirs));
    expect(outcome).toMatchObject({ result: 'superseded' });
    expect(file).toBe(theirs);
  });

  test('in write, when no restart was asked for, is finished', async () => {
    const id = await diedIn('write', changed(), { restart: false });
    const { outcome, file, steps } = await wentOn(id);
    expect(outcome).toMatchObject({ result: 'saved' });
    expect(steps).toMatchObject({ write: 'done' });
    expect(file).toBe(changed());
    const row = sandbox.database.prepare('SELECT sha256 FROM revisions WHERE apply_id = ?').get(id);
    expect(row).toMatchObject({ sha256: sha256Of(toBytes(changed())) });
  });

  test.each(['restart', 'daemons', 'loaded'] as const)('in %s gets its old file and a restart', async (step) => {
    const { outcome, file, steps } = await wentOn(await diedIn(step, changed()));
    expect(outcome).toMatchObject({ result: 'reverted', why: 'interrupted', managerUp: true });
    expect(steps).toMatchObject({ 'put-back': 'done', 'restart-again': 'done' });
    expect(file).toBe(original);
  });

  test('while it waited to be kept goes on waiting, and is kept', async () => {
    const id = await diedIn('confirm', changed());
    startDeadline(sandbox.database, id, 60);
    sandbox.database.prepare(`UPDATE applies SET decision = 'keep', decided_by = 'bob' WHERE id = ?`).run(id);
    const { outcome, file } = await wentOn(id);
    expect(outcome).toMatchObject({ result: 'running' });
    expect(file).toBe(changed());
  });

  test('and whose time ran out meanwhile goes back, because nobody kept it', async () => {
    const id = await diedIn('confirm', changed());
    startDeadline(sandbox.database, id, 0);
    const { outcome, file } = await wentOn(id);
    expect(outcome).toMatchObject({ result: 'reverted', why: 'not-kept' });
    expect(file).toBe(original);
  });

  test('after the time ran out but before it was undone: still nobody who asked for it', async () => {
    const id = await diedIn('confirm', changed());
    startDeadline(sandbox.database, id, 0);
    sandbox.database.prepare(`UPDATE applies SET decision = 'revert' WHERE id = ?`).run(id);
    expect((await wentOn(id)).outcome).toMatchObject({ why: 'not-kept' });
  });

  test('a restart that writes nothing is asked for once more', async () => {
    await look(sandbox);
    const id = await diedIn('restart', changed(), { kind: 'restart' });
    sandbox.database.prepare('UPDATE applies SET confirm_seconds = 0 WHERE id = ?').run(id);
    const { outcome, file } = await wentOn(id);
    expect(outcome).toMatchObject({ result: 'running' });
    expect(file).toBe(changed());
    expect(loadContent(sandbox.database, sha256Of(toBytes(original)))).not.toBeNull();
  });

  test('is left alone while another process drives it', async () => {
    const id = await diedIn('write', original);
    const lock = tryApplyLock(sandbox.database);
    await look(sandbox);
    expect(loadApply(sandbox.database, id)?.state).toBe('running');
    expect(await startRestart(await sandbox.load())).toMatchObject({ code: 'apply-running' });
    lock?.release();
    expect((await wentOn(id)).outcome).toMatchObject({ result: 'not-written' });
  });
});
