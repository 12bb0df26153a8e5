import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createLocalManager } from '../manager/local/local-manager.ts';
import { defaultConfig } from './default-config.ts';
import { prepareSandbox, type SandboxOptions, stopSandbox } from './prepare-sandbox.ts';

let directory = '';
afterEach(async () => {
  await stopSandbox(directory);
  await rm(directory, { recursive: true, force: true });
});

async function make(options: SandboxOptions = {}): Promise<void> {
  directory = await mkdtemp(join(tmpdir(), 'riposte-control-'));
  const prepared = await prepareSandbox(directory, { fast: true, ...options });
  if (!prepared.ok) throw new Error(prepared.failure.message);
}

type Answer = { code: number; stdout: string; stderr: string };

function control(...words: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(join(directory, 'bin/wazuh-control'), words, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const read = (path: string) => readFile(join(directory, path), 'utf8');
const writeConfig = (text: string) => writeFile(join(directory, 'etc/ossec.conf'), text);
const daemons = () => createLocalManager({ directory, sandbox: true }).loadDaemons();
const withoutTime = (line: string) => line.replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, '');

/** What a call adds to ossec.log, without the times and with N for each pid. */
async function newLog(call: () => Promise<unknown>): Promise<string[]> {
  const before = (await read('logs/ossec.log')).length;
  await call();
  const added = (await read('logs/ossec.log')).slice(before).trimEnd();
  return added.split('\n').map((line) => withoutTime(line).replace(/\(pid: \d+\)/, '(pid: N)'));
}

test('a restart stops and starts every daemon and arms both queues', async () => {
  await make();
  const log = await newLog(() => control('restart'));
  expect(log[0]).toBe('wazuh-modulesd: INFO: (1225): SIGNAL [(15)-(Terminated)] Received. Exit Cleaning...');
  expect(log).toContain('wazuh-execd: INFO: (1314): Shutdown received. Deleting responses.');
  expect(log.filter((line) => line.startsWith('wazuh-analysisd'))).toEqual([
    'wazuh-analysisd: INFO: (1225): SIGNAL [(15)-(Terminated)] Received. Exit Cleaning...',
    "wazuh-analysisd: INFO: Total rules enabled: '156'",
    "wazuh-analysisd: INFO: White listing IP: '127.0.0.1'",
    "wazuh-analysisd: INFO: White listing IP: '10.20.9.0/24'",
    'wazuh-analysisd: INFO: 2 IPs in the white list for active response.',
    "wazuh-analysisd: INFO: White listing Hostname: 'localhost.localdomain'",
    'wazuh-analysisd: INFO: 1 Hostname(s) in the white list for active response.',
    'wazuh-analysisd: INFO: Started (pid: N).',
    "wazuh-analysisd: INFO: Connected to 'queue/alerts/ar' (active-response queue)",
    "wazuh-analysisd: INFO: Connected to 'queue/alerts/execq' (exec queue)",
  ]);
  expect((await read('etc/shared/ar.conf')).split('\n')).toEqual([
    ...['restart-ossec0 - restart-ossec.sh - 0', 'restart-ossec0 - restart-ossec.cmd - 0'],
    ...['restart-wazuh0 - restart-ossec.sh - 0', 'restart-wazuh0 - restart-ossec.cmd - 0'],
    ...['restart-wazuh0 - restart-wazuh - 0', 'restart-wazuh0 - restart-wazuh.exe - 0'],
    ...['host-deny600 - host-deny - 600', 'firewall-drop86400 - firewall-drop - 86400'],
    ...['disable-account3600 - disable-account - 3600', 'win_route-null900 - route-null.exe - 900'],
    ...['slack-notify0 - slack-notify.py - 0', 'firewall-drop1800 - firewall-drop - 1800'],
    ...['yara_linux0 - yara.sh - 0', 'netsh600 - netsh.exe - 600', ''],
  ]);
});

test('authd is not started when its section says so, and nobody misses it', async () => {
  await make();
  await writeConfig((await read('etc/ossec.conf')).replace(/(<auth>\s*<disabled>)no/, '$1yes'));
  expect((await control('restart')).code).toBe(0);
  const authd = (await daemons()).find(({ name }) => name === 'wazuh-authd');
  expect(authd).toMatchObject({ running: false, required: false });
  const before = await daemons();
  expect(await prepareSandbox(directory, { fast: true })).toMatchObject({ ok: true });
  expect(await daemons()).toEqual(before);
});

test('a refused configuration keeps the old daemons, is said and logged, and cuts ar.conf short', async () => {
  await make();
  const before = await daemons();
  await writeConfig(defaultConfig.replace('<command>disable-account</command>', '<command>nothing</command>'));
  let answer: Answer | undefined;
  const log = await newLog(async () => {
    answer = await control('restart');
  });
  const said = [
    "wazuh-analysisd: ERROR: (1303): Invalid command 'nothing' in the active response.",
    "wazuh-analysisd: ERROR: (1202): Configuration error at 'etc/ossec.conf'.",
    "wazuh-analysisd: CRITICAL: (1202): Configuration error at 'etc/ossec.conf'.",
  ];
  expect(log).toEqual(said);
  expect(answer?.stderr.trimEnd().split('\n').map(withoutTime)).toEqual(said);
  expect(answer).toMatchObject({ code: 1, stdout: 'wazuh-analysisd: Configuration error. Exiting\n' });
  expect(await daemons()).toEqual(before);
  expect((await read('etc/shared/ar.conf')).trimEnd().split('\n').slice(6)).toEqual([
    'host-deny600 - host-deny - 600',
    'firewall-drop86400 - firewall-drop - 86400',
  ]);
});

test('broken XML is reported by wazuh-csyslogd and leaves ar.conf alone', async () => {
  await make();
  const before = await read('etc/shared/ar.conf');
  await writeConfig(defaultConfig.replace('</active-response>', ''));
  const answer = await control('restart');
  expect(answer).toMatchObject({ code: 1, stdout: 'wazuh-csyslogd: Configuration error. Exiting\n' });
  expect(withoutTime(answer.stderr)).toMatch(
    /^wazuh-csyslogd: ERROR: \(1226\): Error reading XML file 'etc\/ossec\.conf': XMLERR: .* \(line \d+\)\.\n$/,
  );
  expect(await read('etc/shared/ar.conf')).toBe(before);
  expect(await control('-j', 'restart')).toMatchObject({
    code: 1,
    stdout: '{"error":20,"message":"wazuh-csyslogd: Configuration error."}\n',
  });
});

test('without responses no queue is connected and no address is white-listed', async () => {
  await make({ config: Buffer.from(defaultConfig.replace(/<active-response>[\s\S]*?<\/active-response>/g, '')) });
  const log = await newLog(() => control('restart'));
  expect(log.join('\n')).not.toMatch(/Connected to|White listing/);
});

test('a timeout that is not allowed and a switched-off execd are said at the start', async () => {
  const off = '<active-response><disabled>yes</disabled></active-response>';
  const restart =
    '<active-response><command>restart-wazuh</command><location>local</location><timeout>60</timeout></active-response>';
  const firstBlock = '<!-- Active responses, the oldest first -->';
  await make({ config: Buffer.from(defaultConfig.replace(firstBlock, `${off}${restart}`)) });
  const log = await newLog(() => control('restart'));
  expect(log).toContain("wazuh-analysisd: INFO: (1305): Timeout not allowed for command: 'restart-wazuh'.");
  expect(log).toContain('wazuh-execd: INFO: (1350): Active response disabled.');
});

test('status is 1 on a healthy manager, and info tells the version', async () => {
  await make();
  const status = await control('status');
  expect(status.code).toBe(1);
  expect(status.stdout.split('\n').slice(0, 2)).toEqual([
    'wazuh-clusterd not running...',
    'wazuh-modulesd is running...',
  ]);
  const json = JSON.parse((await control('-j', 'status')).stdout);
  expect(json.data).toHaveLength(15);
  expect(json.data[1]).toEqual({ daemon: 'wazuh-modulesd', status: 'running' });
  expect(await control('info', '-v')).toMatchObject({ code: 0, stdout: 'v4.14.7\n' });
  expect((await control('info')).stdout).toContain('WAZUH_TYPE="server"');
});

test('stop ends all daemons', async () => {
  await make();
  expect((await control('stop')).code).toBe(0);
  expect((await daemons()).some(({ running }) => running)).toBe(false);
});

const missing = async () =>
  (await daemons()).filter(({ required, running }) => required && !running).map(({ name }) => name);

test('refuseStart leaves only remoted down, with the reason in the log', async () => {
  await make();
  await prepareSandbox(directory, { refuseStart: true });
  const log = await newLog(() => control('restart'));
  expect(log).toContain(
    "wazuh-remoted: CRITICAL: (1206): Unable to Bind port '1514' due to [(98)-(Address already in use)]",
  );
  expect(await missing()).toEqual(['wazuh-remoted']);
});

test('withoutAnalysisd and dieAfterSeconds leave analysisd down', async () => {
  await make({ withoutAnalysisd: true });
  expect(await missing()).toEqual(['wazuh-analysisd']);
  await prepareSandbox(directory, { withoutAnalysisd: false, dieAfterSeconds: 3 });
  expect(await missing()).toEqual([]);
  await expect.poll(missing, { timeout: 15_000 }).toEqual(['wazuh-analysisd']);
});

test('hangSeconds holds the start before analysisd', async () => {
  await make();
  await prepareSandbox(directory, { hangSeconds: 1 });
  const started = Date.now();
  const restarting = control('restart');
  await expect.poll(missing, { timeout: 5000 }).toContain('wazuh-analysisd');
  await restarting;
  expect(Date.now() - started).toBeGreaterThan(1000);
  expect(await missing()).toEqual([]);
});

test('with its socket analysisd answers what it was started with, and its process is the daemon', async () => {
  await make({ socket: true });
  const manager = createLocalManager({ directory, sandbox: true });
  const before = await manager.loadRunningResponses();
  expect(before).toHaveLength(8);
  expect(before?.[0]).toEqual({
    ...{ command: 'host-deny', location: 'REMOTE_AGENT', agentId: null, level: 7 },
    ...{ rulesId: null, rulesGroup: null, timeout: 600 },
  });
  await writeConfig(defaultConfig.replace('<timeout>600</timeout>', '<timeout>700</timeout>'));
  expect(await manager.loadRunningResponses()).toEqual(before);
  await control('restart');
  expect((await manager.loadRunningResponses())?.[0]).toMatchObject({ timeout: 700 });
  await control('stop');
  expect(await manager.loadRunningResponses()).toBeNull();
  expect(await missing()).toContain('wazuh-analysisd');
});

test('a fast sandbox has no socket unless it is asked for, and one that dies takes it along', async () => {
  await make();
  expect(await createLocalManager({ directory, sandbox: true }).loadRunningResponses()).toBeNull();
  await prepareSandbox(directory, { socket: true, dieAfterSeconds: 2 });
  await control('restart');
  const manager = createLocalManager({ directory, sandbox: true });
  expect(await manager.loadRunningResponses()).toHaveLength(8);
  await expect.poll(missing, { timeout: 15_000 }).toEqual(['wazuh-analysisd']);
  expect(await manager.loadRunningResponses()).toBeNull();
});

test('a lock left behind by a program that died is taken over', async () => {
  await make();
  await mkdir(join(directory, 'var/start-script-lock'));
  await writeFile(join(directory, 'var/start-script-lock/pid'), '4194399');
  expect((await control('restart')).code).toBe(0);
});
