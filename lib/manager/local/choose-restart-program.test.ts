import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseRestartProgram } from './choose-restart-program.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-restart-'));
  await mkdir(join(directory, 'bin'));
  await writeFile(join(directory, 'bin/wazuh-control'), '');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const unit = (state: string, program: string) =>
  `LoadState=${state}\nExecStart={ path=/usr/bin/env ; argv[]=/usr/bin/env ${program} start ; }`;

test.each([
  ['a loaded unit of this installation', true, (own: string) => unit('loaded', own), 'systemctl'],
  ['a unit of another installation', true, () => unit('loaded', '/opt/other/bin/wazuh-control'), 'own'],
  ['a unit that is not loaded', true, (own: string) => unit('not-found', own), 'own'],
  ['a host without systemd', false, (own: string) => unit('loaded', own), 'own'],
])('%s', async (_, systemd, show, expected) => {
  const own = join(directory, 'bin/wazuh-control');
  const system = { hasSystemd: async () => systemd, showUnit: async () => show(own) };
  const program = await chooseRestartProgram(directory, 'wazuh', system);
  const systemctl = { file: 'systemctl', args: ['restart', 'wazuh-manager'] };
  expect(program).toEqual(expected === 'systemctl' ? systemctl : { file: own, args: ['restart'] });
});

test('nothing to run is null', async () => {
  const system = { hasSystemd: async () => false, showUnit: async () => '' };
  expect(await chooseRestartProgram(join(directory, 'bin'), 'ossec', system)).toBeNull();
});
