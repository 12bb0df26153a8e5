import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatLogTime } from '../../sandbox/control/manager-log.ts';
import { loadPendingBlocks } from './load-pending-blocks.ts';
import { parseArConf } from './parse-ar-conf.ts';
import { readTail } from './read-tail.ts';

let directory: string;
const now = Date.UTC(2026, 6, 24, 12);
const minute = 60_000;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-pending-'));
  for (const path of ['logs/alerts', 'etc/shared']) await mkdir(join(directory, path), { recursive: true });
  await writeFile(
    join(directory, 'etc/shared/ar.conf'),
    [
      'restart-ossec0 - restart-ossec.sh - 0',
      'host-deny600 - host-deny - 600',
      'disable-account3600 - disable-account - 3600',
      'block-short600 - firewall-drop - 600',
      'block-long7200 - firewall-drop - 7200',
      'win_route-null900 - route-null.exe - 900',
      'yara_linux0 - yara.sh - 0',
      '',
    ].join('\n'),
  );
});
afterEach(() => rm(directory, { recursive: true, force: true }));

type Said = { ago: number; command: 'add' | 'delete'; script: string; data: object; agent?: string; rule?: string };

const message = ({ command, script, data }: Said) => ({
  ...{ version: '1', origin: { name: 'node01', module: 'wazuh-execd' }, command },
  parameters: { extra_args: [], alert: { id: '1.2', data }, program: `active-response/bin/${script}` },
});

function alertOf(said: Said): string {
  const { ago, agent = '001', rule = '653' } = said;
  const timestamp = new Date(now - ago * minute).toISOString().replace('Z', '+0000');
  return JSON.stringify({
    ...{ timestamp, id: `${now}.${ago}`, rule: { level: 3, id: rule }, agent: { id: agent, name: `name-${agent}` } },
    data: message(said),
  });
}

const logLine = (said: Said) =>
  `${formatLogTime(new Date(now - said.ago * minute))} active-response/bin/${said.script}: ${JSON.stringify(message(said))}\n`;

const writeAlerts = (...all: Said[]) =>
  writeFile(join(directory, 'logs/alerts/alerts.json'), `not json\n${all.map(alertOf).join('\n')}\n`);
const load = () => loadPendingBlocks(directory, now);
const srcip = (address: string) => ({ srcip: address });

test('a host name is not blocked, and a firewall that is off takes no block back', async () => {
  await writeAlerts(
    { ago: 5, command: 'add', script: 'host-deny', data: srcip('ns1.example.com') },
    { ago: 5, command: 'add', script: 'route-null.exe', data: srcip('192.0.2.1') },
    { ago: 4, command: 'add', script: 'route-null.exe', data: srcip('192.0.2.1'), rule: '658' },
  );
  expect(await load()).toMatchObject([{ target: '192.0.2.1', since: now - 5 * minute }]);
});

test('a block that was added, not taken back, and whose time is not over is in force', async () => {
  await writeAlerts(
    { ago: 30, command: 'add', script: 'host-deny', data: srcip('192.0.2.1') },
    { ago: 9, command: 'add', script: 'host-deny', data: srcip('192.0.2.2') },
    { ago: 8, command: 'add', script: 'host-deny', data: srcip('192.0.2.3'), agent: '002' },
    { ago: 2, command: 'delete', script: 'host-deny', data: srcip('192.0.2.2'), rule: '654' },
  );
  expect(await load()).toEqual([
    {
      ...{ agentId: '002', agentName: 'name-002', command: 'host-deny', target: '192.0.2.3' },
      ...{ since: now - 8 * minute, until: now + 2 * minute },
    },
  ]);
});

test('the newest word wins, whatever the order of the lines', async () => {
  await writeAlerts(
    { ago: 1, command: 'add', script: 'host-deny', data: srcip('192.0.2.1') },
    { ago: 5, command: 'delete', script: 'host-deny', data: srcip('192.0.2.1'), rule: '654' },
    { ago: 9, command: 'add', script: 'host-deny', data: srcip('192.0.2.1') },
  );
  expect(await load()).toMatchObject([{ target: '192.0.2.1', since: now - minute }]);
});

test('with several timeouts of one script the end is not known, and the longest counts', async () => {
  await writeAlerts(
    { ago: 100, command: 'add', script: 'firewall-drop', data: srcip('192.0.2.1'), rule: '651' },
    { ago: 130, command: 'add', script: 'firewall-drop', data: srcip('192.0.2.2'), rule: '651' },
  );
  expect(await load()).toMatchObject([{ command: 'firewall-drop', target: '192.0.2.1', until: null }]);
});

test('accounts are told by user, Windows events by their own field, and a command by its name in ar.conf', async () => {
  await writeAlerts(
    { ago: 5, command: 'add', script: 'disable-account', data: { ...srcip('192.0.2.1'), dstuser: 'git' }, rule: '657' },
    {
      ...{ ago: 4, command: 'add', script: 'route-null.exe', rule: '655', agent: '007' },
      data: { win: { eventdata: { ipAddress: '192.0.2.9' } } },
    },
  );
  expect(await load()).toMatchObject([
    { command: 'disable-account', target: 'git' },
    { command: 'win_route-null', target: '192.0.2.9', agentId: '007' },
  ]);
});

test('what has no timeout, no target or another rule is no block', async () => {
  await writeAlerts(
    { ago: 1, command: 'add', script: 'yara.sh', data: srcip('192.0.2.1'), rule: '657' },
    { ago: 1, command: 'add', script: 'unknown.sh', data: srcip('192.0.2.1'), rule: '657' },
    { ago: 1, command: 'add', script: 'host-deny', data: {} },
    { ago: 1, command: 'add', script: 'host-deny', data: srcip('192.0.2.1'), rule: '5763' },
  );
  expect(await load()).toEqual([]);
});

test('the log of the manager itself counts as agent 000', async () => {
  const said: Said = { ago: 3, command: 'add', script: 'host-deny', data: srcip('192.0.2.1') };
  const other: Said = { ago: 3, command: 'add', script: 'host-deny', data: srcip('192.0.2.2') };
  await writeFile(
    join(directory, 'logs/active-responses.log'),
    `${logLine(said)}\n${logLine(other)}${logLine({ ...other, ago: 1, command: 'delete' })}garbage\n`,
  );
  expect(await load()).toMatchObject([{ agentId: '000', agentName: null, target: '192.0.2.1' }]);
});

test('without any record nothing is known', async () => {
  expect(await load()).toBeNull();
  await writeFile(join(directory, 'logs/active-responses.log'), '');
  expect(await load()).toEqual([]);
});

test('ar.conf is read line by line, what is not an entry is left out', () => {
  expect(parseArConf('firewall-drop600 - firewall-drop - 600\nnonsense\nodd - name - 5\n')).toEqual([
    { command: 'firewall-drop', executable: 'firewall-drop', timeoutSeconds: 600 },
    { command: 'odd', executable: 'name', timeoutSeconds: 5 },
  ]);
});

test('of a long file only the last whole lines are read', async () => {
  const path = join(directory, 'long');
  await writeFile(path, 'first line\nsecond line\nthird');
  expect(await readTail(path, 10)).toEqual(['third']);
  expect(await readTail(path)).toEqual(['first line', 'second line', 'third']);
  expect(await readTail(join(directory, 'none'))).toBeNull();
});
