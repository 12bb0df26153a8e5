import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { typeScriptFlags } from '../../run/type-script-flags.mjs';
import { describeAlertHistoryContract } from '../alert-history-contract.ts';
import { AlertFiles, asLines } from '../fixtures/alert-files.ts';
import { CONTRACT_ALERTS, FIRST_DAY } from '../fixtures/contract-alerts.ts';
import { makeAlert } from '../fixtures/make-alert.ts';
import { startChild } from './child/start-child.ts';
import { createFileHistory } from './file-history.ts';

const PROGRAM = fileURLToPath(new URL('child/main.ts', import.meta.url));
const keep = { days: 36_500, bytes: 1e12 };

function openHistory(files: AlertFiles) {
  const pids: number[] = [];
  const start = () => {
    const child = startChild();
    if (child?.pid) pids.push(child.pid);
    return child;
  };
  const paths = { alertsDirectory: files.directory, indexDirectory: files.index };
  return { history: createFileHistory({ ...paths, keep, start }), pids };
}

/** One that ended and was not waited for is in state Z. */
const isRunning = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

async function knownAlerts({ history }: Pick<ReturnType<typeof openHistory>, 'history'>): Promise<number> {
  const coverage = await history.loadCoverage();
  if (!coverage.ok) throw new Error(coverage.failure.code);
  return coverage.value.alerts;
}

describeAlertHistoryContract('the file history', {
  make: async (lines) => {
    const files = new AlertFiles();
    files.write('alerts.json', asLines(lines));
    const { history } = openHistory(files);
    const dispose = async () => {
      await history.close();
      files.dispose();
    };
    return { history, dispose };
  },
  countsUnreadable: true,
});

describe('createFileHistory', () => {
  test('starts nothing before a question, and leaves nothing behind', async () => {
    const files = new AlertFiles();
    const { history, pids } = openHistory(files);
    expect(pids).toEqual([]);
    await history.loadCoverage();
    expect(pids.map(isRunning)).toEqual([true]);
    expect(statSync(join(files.index, 'alerts.duckdb')).mode & 0o077).toBe(0);
    await history.close();
    expect(pids.map(isRunning)).toEqual([false]);
    files.dispose();
  });

  test('goes on when its process was killed', async () => {
    const files = new AlertFiles();
    files.write('alerts.json', asLines(CONTRACT_ALERTS));
    const opened = openHistory(files);
    expect(await knownAlerts(opened)).toBe(CONTRACT_ALERTS.length);
    process.kill(opened.pids[0] ?? 0, 'SIGKILL');
    const during = await opened.history.loadCoverage();
    files.append(asLines(CONTRACT_ALERTS));
    if (!during.ok) expect(during.failure.code).toBe('alert-index-died');
    await expect.poll(() => knownAlerts(opened).catch(() => 0), { timeout: 30_000 }).toBe(2 * CONTRACT_ALERTS.length);
    expect(opened.pids).toHaveLength(2);
    await opened.history.close();
    files.dispose();
  });

  test('reading that was stopped stays so when its process is started again', async () => {
    const files = new AlertFiles();
    const { history, pids } = openHistory(files);
    await history.loadCoverage();
    await history.stop();
    const state = async () => {
      const coverage = await history.loadCoverage();
      return coverage.ok && pids.length === 2 ? coverage.value.state.kind : null;
    };
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await expect.poll(state, { timeout: 30_000 }).toBe('stopped');
    await history.resume();
    expect(await state()).not.toBe('stopped');
    await history.close();
    files.dispose();
  });

  test('says so when another process has the index', async () => {
    const files = new AlertFiles();
    const [first, second] = [openHistory(files), openHistory(files)];
    await first.history.loadCoverage();
    const answer = await second.history.loadCoverage();
    expect(answer).toMatchObject({ ok: false, failure: { code: 'alert-index-taken' } });
    await Promise.all([first.history.close(), second.history.close()]);
    files.dispose();
  });

  test('says why its process could not go on, and does not start it again and again', async () => {
    const files = new AlertFiles();
    files.write(
      'alerts.json',
      asLines(Array.from({ length: 20_000 }, (_, offset) => makeAlert({ at: FIRST_DAY + offset, offset }))),
    );
    const pids: number[] = [];
    // Files that may not grow stand for a full disk.
    const start = () => {
      const command = `trap '' XFSZ; ulimit -f 400; exec ${[process.execPath, ...typeScriptFlags(), PROGRAM].join(' ')}`;
      const child = spawn('sh', ['-c', command], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      });
      if (child.pid) pids.push(child.pid);
      return child;
    };
    const paths = { alertsDirectory: files.directory, indexDirectory: files.index };
    const history = createFileHistory({ ...paths, keep, start });
    const why = async () => {
      const coverage = await history.loadCoverage();
      return coverage.ok ? null : coverage.failure.message;
    };
    await expect.poll(why, { timeout: 30_000 }).toBe('There is no room for the alert history.');
    expect(await why()).toBe('There is no room for the alert history.');
    expect(pids).toHaveLength(1);
    await history.close();
    files.dispose();
  });

  test('says so when its program is not there', async () => {
    const files = new AlertFiles();
    const paths = { alertsDirectory: files.directory, indexDirectory: files.index };
    const history = createFileHistory({ ...paths, keep, start: () => null });
    expect(await history.loadCoverage()).toMatchObject({ ok: false, failure: { code: 'alert-index-missing' } });
    await history.close();
    files.dispose();
  });

  test('ends with its server, and runs behind others', async () => {
    const files = new AlertFiles();
    const script = `
      import { createFileHistory } from ${JSON.stringify(new URL('./file-history.ts', import.meta.url).href)};
      import { startChild } from ${JSON.stringify(new URL('./child/start-child.ts', import.meta.url).href)};
      import { readFileSync } from 'node:fs';
      let pid = 0;
      const start = () => { const child = startChild(); pid = child.pid; return child; };
      const history = createFileHistory({ alertsDirectory: ${JSON.stringify(files.directory)},
        indexDirectory: ${JSON.stringify(files.index)}, keep: ${JSON.stringify(keep)}, start });
      await history.loadCoverage();
      console.log(pid, readFileSync('/proc/' + pid + '/stat', 'utf8').split(' ')[18]);
    `;
    // It ends by itself: the child does not hold it up.
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const [pid, nice] = out.trim().split(' ').map(Number);
    expect(nice).toBeGreaterThan(0);
    await expect.poll(() => isRunning(pid ?? 0), { timeout: 30_000 }).toBe(false);
    files.dispose();
  });

  test('is the only one that knows DuckDB: the server never loads it', () => {
    for (const file of ['file-history.ts', 'child/start-child.ts', 'child/protocol.ts']) {
      const source = readFileSync(new URL(file, import.meta.url), 'utf8');
      const loaded = source.split('\n').filter((line) => /^import (?!type)/.test(line));
      expect(loaded.join('\n')).not.toMatch(/duckdb|engine|store\//);
    }
  });
});
