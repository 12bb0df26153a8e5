import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocalManager } from '../manager/local/local-manager.ts';
import { prepareSandbox, stopSandbox } from './prepare-sandbox.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-sandbox-'));
});
afterEach(async () => {
  await stopSandbox(directory);
  await rm(directory, { recursive: true, force: true });
});

const read = (path: string) => readFile(join(directory, path), 'utf8');
const pids = async () => (await readdir(join(directory, 'var/run'))).filter((name) => name.endsWith('.pid')).sort();

test('a new sandbox runs, and preparing it again changes nothing', async () => {
  const created = { created: true, started: true };
  expect(await prepareSandbox(directory, { fast: true })).toMatchObject({ ok: true, value: created });
  const before = [await pids(), await read('etc/client.keys'), await read('logs/ossec.log')];
  expect(before[0]).toHaveLength(10);
  const again = { created: false, started: false };
  expect(await prepareSandbox(directory)).toMatchObject({ ok: true, value: again });
  expect([await pids(), await read('etc/client.keys'), await read('logs/ossec.log')]).toEqual(before);
});

test('stopping ends every process and leaves the files', async () => {
  await prepareSandbox(directory, { fast: true });
  const numbers = (await pids()).map((name) => Number(/-(\d+)\.pid$/.exec(name)?.[1]));
  await stopSandbox(directory);
  expect(await pids()).toEqual([]);
  for (const pid of numbers) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => 'gone Z');
    expect(state).toMatch(/ Z|^gone/);
  }
  expect((await stat(join(directory, 'etc/ossec.conf'))).mode & 0o777).toBe(0o660);
});

test('a pid file that names somebody else is not believed', async () => {
  await prepareSandbox(directory, { start: false });
  await writeFile(join(directory, `var/run/wazuh-analysisd-${process.pid}.pid`), '');
  await stopSandbox(directory);
  expect(await pids()).toEqual([]);
});

test('a directory with something else in it is left alone', async () => {
  await writeFile(join(directory, 'thesis.txt'), 'mine');
  expect(await prepareSandbox(directory, { fresh: true })).toMatchObject({
    ok: false,
    failure: { code: 'sandbox-not-ours' },
  });
  expect(await readdir(directory)).toEqual(['thesis.txt']);
});

test('a fresh sandbox starts from the configuration given', async () => {
  await prepareSandbox(directory, { start: false });
  await writeFile(join(directory, 'etc/ossec.conf'), 'changed');
  const config = Buffer.from('<ossec_config></ossec_config>\n');
  await prepareSandbox(directory, { start: false, fresh: true, config });
  expect(await read('etc/ossec.conf')).toBe(config.toString());
});

test('the command line prepares, stops and refuses', async () => {
  const script = fileURLToPath(new URL('./prepare.ts', import.meta.url));
  const run = (...words: string[]) => promisify(execFile)(process.execPath, [script, ...words]);
  await run(directory);
  const manager = createLocalManager({ directory, sandbox: true });
  expect((await manager.loadDaemons()).filter(({ required, running }) => required && running)).toHaveLength(10);
  await run(directory, '--stop');
  expect((await manager.loadDaemons()).some(({ running }) => running)).toBe(false);
  await expect(run()).rejects.toMatchObject({ code: 2 });
  await expect(run('/usr')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was touched') });
});
