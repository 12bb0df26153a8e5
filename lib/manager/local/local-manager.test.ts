import { createHash } from 'node:crypto';
import {
  appendFile,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareSandbox, stopSandbox } from '../../sandbox/prepare-sandbox.ts';
import { describeManagerContract, readConfigOf } from '../manager-contract.ts';
import { createLocalManager } from './local-manager.ts';

const badConfig = Buffer.from(
  '<ossec_config><active-response><command>nowhere</command><location>local</location></active-response></ossec_config>\n',
);

async function makeSandbox(options: { start: boolean }) {
  const directory = await mkdtemp(join(tmpdir(), 'riposte-manager-'));
  const prepared = await prepareSandbox(directory, { fast: true, ...options });
  if (!prepared.ok) throw new Error(prepared.failure.message);
  const dispose = async () => {
    await stopSandbox(directory);
    await rm(directory, { recursive: true, force: true });
  };
  return { directory, manager: createLocalManager({ directory, sandbox: true }), dispose };
}

describeManagerContract('a directory of this host', async () => {
  const { directory, manager, dispose } = await makeSandbox({ start: true });
  const addLogLine = (line: string) => appendFile(join(directory, 'logs/ossec.log'), `${line}\n`);
  return { manager, badConfig, addLogLine, describeFiles: () => describeFiles(directory), dispose };
});

/** Name, rights and bytes of every file and folder. */
async function describeFiles(directory: string): Promise<string[]> {
  const names = (await readdir(directory, { recursive: true })).sort();
  return Promise.all(
    names.map(async (name) => {
      const found = await lstat(join(directory, name));
      const hash = createHash('sha256');
      if (found.isFile()) hash.update(await readFile(join(directory, name)));
      return [name, found.mode, found.uid, found.gid, found.ino, hash.digest('hex')].join(' ');
    }),
  );
}

let sandbox: Awaited<ReturnType<typeof makeSandbox>>;
beforeAll(async () => {
  sandbox = await makeSandbox({ start: false });
});
afterAll(() => sandbox?.dispose());

test('a stopped manager has no running daemon, also when a pid was left behind', async () => {
  await writeFile(join(sandbox.directory, 'var/run/wazuh-analysisd-4194399.pid'), '');
  const daemons = await sandbox.manager.loadDaemons();
  expect(daemons.map(({ name }) => name).slice(0, 2)).toEqual(['wazuh-clusterd', 'wazuh-modulesd']);
  expect(daemons.filter(({ required }) => required)).toHaveLength(10);
  expect(daemons.every(({ running, pid, startedAt }) => !running && pid === null && startedAt === null)).toBe(true);
});

test('agents carry system, version and connection', async () => {
  const { agents, note } = await sandbox.manager.loadAgents();
  expect(note).toBeNull();
  expect(agents).toHaveLength(12);
  expect(agents[0]).toEqual({
    ...{ id: '001', name: 'web-01', address: '10.20.1.11', system: 'linux', systemName: 'Ubuntu 24.04' },
    ...{ version: '4.14.7', connection: 'active' },
  });
  expect(agents.map(({ system }) => system)).toContain('windows');
  expect(agents.find(({ id }) => id === '012')).toMatchObject({ connection: 'never_connected', systemName: null });
  expect(agents.map(({ id }) => id)).not.toContain('031');
});

test('without the database agents are still listed, and the list says what is missing', async () => {
  const database = join(sandbox.directory, 'queue/db/global.db');
  await rename(database, `${database}.away`);
  const { agents, note } = await sandbox.manager.loadAgents();
  expect(agents).toHaveLength(12);
  expect(agents.every(({ system, connection }) => system === 'unknown' && connection === 'unknown')).toBe(true);
  expect(note).toContain('global.db');
  await rename(`${database}.away`, database);
  expect((await sandbox.manager.loadAgents()).note).toBeNull();
});

test('a script that cannot be executed is seen as such', async () => {
  const scripts = await sandbox.manager.loadScripts();
  const byName = new Map(scripts.ok ? scripts.value.map((script) => [script.name, script]) : []);
  expect(byName.get('yara.sh')).toMatchObject({ executable: false, worldWritable: false, mode: 0o644 });
  expect(byName.get('firewall-drop')).toMatchObject({ executable: true, mode: 0o750 });
});

test('the log is followed through rotation and truncation', async () => {
  const log = join(sandbox.directory, 'logs/ossec.log');
  const stop = new AbortController();
  const seen: string[] = [];
  const steps = [
    async () => {
      await appendFile(log, 'late\n');
      await rename(log, `${log}.1`);
      await writeFile(log, 'after rotation\n');
    },
    async () => undefined,
    async () => {
      await truncate(log, 0);
      await appendFile(log, 'short\n');
    },
    async () => stop.abort(),
  ];
  const from = await sandbox.manager.logEnd();
  await appendFile(log, 'before\n');
  for await (const lines of sandbox.manager.followLog(from, stop.signal)) {
    for (const line of lines) {
      seen.push(line);
      await steps.shift()?.();
    }
  }
  expect(seen).toEqual(['before', 'late', 'after rotation', 'short']);
});

test('following a log that is not there waits for it', async () => {
  const log = join(sandbox.directory, 'logs/ossec.log');
  await rm(log);
  expect(await sandbox.manager.logEnd()).toBe(0);
  const stop = new AbortController();
  setTimeout(() => void appendFile(log, 'here\n'), 50);
  for await (const lines of sandbox.manager.followLog(0, stop.signal)) {
    expect(lines).toEqual(['here']);
    stop.abort();
  }
});

test('a symlinked configuration stays a symlink', async () => {
  const path = join(sandbox.directory, 'etc/ossec.conf');
  const elsewhere = join(sandbox.directory, 'elsewhere');
  await mkdir(elsewhere);
  await rename(path, join(elsewhere, 'real.conf'));
  await symlink('../elsewhere/real.conf', path);
  const { sha256 } = await readConfigOf(sandbox.manager);
  const saved = await sandbox.manager.saveConfig({ bytes: Buffer.from('changed\n'), expectedSha256: sha256 });
  expect(saved).toMatchObject({ ok: true, inPlace: false });
  expect((await lstat(path)).isSymbolicLink()).toBe(true);
  expect(Buffer.from((await readConfigOf(sandbox.manager)).bytes).toString()).toBe('changed\n');
  expect(await readdir(elsewhere)).toEqual(['real.conf']);
});

test('a new sandbox has blocks in force that the manager would lift', async () => {
  const started = await makeSandbox({ start: true });
  const blocks = await started.manager.loadPendingBlocks();
  expect(blocks?.map(({ agentId, agentName, command }) => [agentId, agentName, command])).toEqual(
    expect.arrayContaining([
      ['001', 'web-01', 'firewall-drop'],
      ['002', 'web-02', 'firewall-drop'],
    ]),
  );
  await started.dispose();
});

test('a save through a file system that fails leaves the old file and says why', async () => {
  const fs = { open, rename: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })), unlink };
  const failing = createLocalManager({ directory: sandbox.directory, sandbox: true, fs });
  const before = await readConfigOf(failing);
  const saved = await failing.saveConfig({ bytes: Buffer.from('new'), expectedSha256: before.sha256 });
  expect(saved).toMatchObject({ ok: false, failure: { code: 'config-no-space' } });
  expect(await readConfigOf(failing)).toEqual(before);
});

test('without a control program a restart says so and ends', async () => {
  await rm(join(sandbox.directory, 'bin/wazuh-control'));
  const events = [];
  for await (const event of sandbox.manager.restart()) events.push(event);
  expect(events.map(({ kind }) => kind)).toEqual(['output', 'exited']);
  expect((await sandbox.manager.identify()).restartCommand).toBeNull();
});
