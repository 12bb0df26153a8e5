/* Trouble on Riposte's own side: what must never leave an apply hanging, nor end the process. */
import { afterEach, expect, it, vi } from 'vitest';
import type { Manager, RestartEvent } from '../../manager/manager.ts';
import { plain } from '../../ossec/fixtures/sample-configs.ts';
import { openDatabaseAt } from '../../state/database.ts';
import { makeWorkspace } from '../fixtures/made-workspace.ts';
import { toItsEnd } from '../fixtures/sandbox-workspace.ts';
import { createApply, saveStep, usualRestartMs } from './apply-record.ts';
import { listsExactly } from './ar-conf.ts';
import { beforeRestart, isNew } from './daemon-lights.ts';
import { runningApply } from './running-apply.ts';
import { watchSeconds } from './see-daemons-up.ts';
import { startRestart } from './start-apply.ts';

afterEach(() => vi.restoreAllMocks());

const record: Parameters<typeof createApply>[1] = {
  ...{ person: 'ada', kind: 'apply', note: '', baseSha256: 'a', newSha256: 'b', restart: true },
  ...{ changes: [], sentences: [], confirmSeconds: 0 },
};

function withManager(over: Partial<Manager>) {
  const made = makeWorkspace(plain);
  const workspace = made.load();
  const silent = { logEnd: async () => 0, followLog: async function* () {}, loadArConf: async () => null };
  const alone = { loadControlLock: async () => null, loadRunningResponses: async () => null };
  return { ...workspace, manager: { ...workspace.manager, ...silent, ...alone, ...over } as Manager };
}

async function* restartThat(...events: RestartEvent[]) {
  yield* events;
}

it('a manager that throws ends the apply with a number, not with its words', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const restart = async function* (): AsyncGenerator<RestartEvent> {
    yield { kind: 'output', stream: 'stdout', line: 'x' };
    throw new Error('secret path /somewhere/key');
  };
  const workspace = withManager({ restart });
  const ended = await toItsEnd(workspace.database, await startRestart(workspace));
  expect(ended.record.outcome).toMatchObject({ result: 'failed', managerUp: null });
  expect(JSON.stringify(ended)).not.toContain('secret');
  expect(said.mock.calls.join()).toContain('secret');
  expect(runningApply(workspace.database)).toBeNull();
});

it('daemons and a log that cannot be read while the manager restarts fail nothing and reject nowhere', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  let asked = 0;
  const workspace = withManager({
    restart: () => restartThat({ kind: 'exited', code: 1, signal: null, timedOut: false }),
    loadDaemons: async () => {
      if (++asked === 3) throw new Error('not now');
      return [];
    },
    followLog: () => {
      throw new Error('no log');
    },
  });
  const { record } = await toItsEnd(workspace.database, await startRestart(workspace));
  expect(record.outcome).toMatchObject({ message: 'The manager refused to restart.' });
  expect(unhandled).not.toHaveBeenCalled();
  process.off('unhandledRejection', unhandled);
});

it('a database that takes nothing more stops no apply, and its end is recorded when it takes something again', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const restart = () => restartThat({ kind: 'exited', code: 1, signal: null, timedOut: false });
  const workspace = withManager({ restart });
  const started = await startRestart(workspace);
  const { database } = workspace;
  for (const table of ['applies', 'apply_steps'])
    database.exec(`CREATE TRIGGER full_${table} BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  await vi.waitFor(() => expect(said.mock.calls.join()).toContain('cannot be recorded yet'), { timeout: 10_000 });
  expect(runningApply(database)).not.toBeNull();
  database.exec('DROP TRIGGER full_applies; DROP TRIGGER full_apply_steps');
  const { record } = await toItsEnd(database, started);
  expect(record.outcome).toMatchObject({ message: 'The manager refused to restart.' });
});

it('the usual restart is that of the last five good ones, without clocks that were set', () => {
  const database = openDatabaseAt(':memory:');
  expect(usualRestartMs(database)).toBeNull();
  for (const span of [90_000, 1000, 2000, -5000, 3000, 4000, 5000, 99_000_000]) {
    const id = createApply(database, record, ['write', 'restart', 'daemons']);
    const step = { state: 'done' as const, text: '', daemons: [], evidence: null };
    saveStep(database, id, { ...step, key: 'write', startedAt: 0, finishedAt: 1 });
    saveStep(database, id, { ...step, key: 'restart', startedAt: 10_000, finishedAt: 10_001 });
    saveStep(database, id, { ...step, key: 'daemons', startedAt: 10_001, finishedAt: 10_000 + span });
    database.prepare(`UPDATE applies SET state = 'finished', outcome = '{"result":"running"}' WHERE id = ?`).run(id);
  }
  expect(usualRestartMs(database)).toBe(3000);
});

const fixed = 'restart-ossec0 - restart-ossec.sh - 0\nrestart-wazuh0 - restart-wazuh.exe - 0\n';
it.each([
  ['exactly the lines of the file', `${fixed}drop600 - drop - 600\n`, 'drop600 - drop - 600\n', true],
  ['nothing, for a file without responses', fixed, '', true],
  ['a line too many, for a file without responses', `${fixed}drop600 - drop - 600\n`, '', false],
  ['a line too many', `${fixed}old0 - old - 0\ndrop600 - drop - 600\n`, 'drop600 - drop - 600\n', false],
  ['a line too few', fixed, 'drop600 - drop - 600\n', false],
  ['a response that looks like a fixed line', `${fixed}restart-wazuh0 - restart-wazuh - 0\n`, '', true],
])('ar.conf with %s', (_, arConf, expected, lists) => {
  expect(listsExactly(arConf, expected)).toBe(lists);
});

it('a new process is new also when the clock was set back', () => {
  const old = { name: 'wazuh-analysisd', required: true, running: true, pid: 7, startedAt: 1_000_000 };
  const before = { ...beforeRestart([old]), requestedAt: 2_000_000 };
  expect(isNew(old, before)).toBe(false);
  expect(isNew({ ...old, pid: 8, startedAt: 900_000 }, before)).toBe(true);
  expect(isNew({ ...old, startedAt: 1_999_000 }, before)).toBe(true);
  expect(isNew({ ...old, running: false, pid: null }, before)).toBe(false);
});

it.each([
  [undefined, 5],
  ['', 5],
  ['2', 2],
  ['0', 0],
  ['soon', 5],
  ['-1', 5],
  ['1e9', 3600],
])('RIPOSTE_WATCH_SECONDS=%s watches for %i s', (text, seconds) => {
  expect(watchSeconds(text)).toBe(seconds);
});
