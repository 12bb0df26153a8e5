import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseRestartProgram, type Program, type SystemProbe } from './choose-restart-program.ts';

let directory: string;
let control: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-restart-'));
  control = join(directory, 'bin/wazuh-control');
  await mkdir(join(directory, 'bin'));
  await writeFile(control, '');
  await chmod(control, 0o750);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const me = process.getuid?.() ?? 0;
const unit = (state: string, program: string) =>
  `LoadState=${state}\nExecStart={ path=/usr/bin/env ; argv[]=/usr/bin/env ${program} start ; }`;

function system(facts: { uid?: number; shown?: string; sudo?: string } = {}): SystemProbe {
  return {
    uid: facts.uid ?? 0,
    hasSystemd: async () => facts.shown !== undefined,
    showUnit: async () => facts.shown ?? '',
    allowsSudo: async ({ file, args }: Program) => [file, ...args].join(' ') === facts.sudo,
  };
}

const choose = (probe: SystemProbe) => chooseRestartProgram(directory, 'wazuh', probe);

test.each([
  ['a loaded unit of this installation', () => unit('loaded', control), 'systemctl'],
  ['a unit of another installation', () => unit('loaded', '/opt/other/bin/wazuh-control'), 'own'],
  ['a unit that is not loaded', () => unit('not-found', control), 'own'],
  ['a host without systemd', () => undefined, 'own'],
])('as root: %s', async (_, shown, expected) => {
  const systemctl = { file: 'systemctl', args: ['restart', 'wazuh-manager'], permitted: true };
  const own = { file: control, args: ['restart'], permitted: true };
  expect(await choose(system({ shown: shown() }))).toEqual(expected === 'systemctl' ? systemctl : own);
});

test('an ordinary user goes through sudo only where a rule allows exactly this', async () => {
  const shown = unit('loaded', control);
  const sudo = '/usr/bin/systemctl restart wazuh-manager';
  expect(await choose(system({ uid: 4242, shown, sudo }))).toEqual({
    ...{ file: 'sudo', args: ['-n', '/usr/bin/systemctl', 'restart', 'wazuh-manager'], permitted: true },
  });
  expect(await choose(system({ uid: 4242, shown, sudo: '/usr/bin/systemctl restart ssh' }))).toEqual({
    ...{ file: 'systemctl', args: ['--no-ask-password', 'restart', 'wazuh-manager'], permitted: null },
  });
});

test('without systemd the control program is run through sudo, or plainly', async () => {
  const sudo = `${control} restart`;
  expect(await choose(system({ uid: 4242, sudo }))).toEqual({
    ...{ file: 'sudo', args: ['-n', control, 'restart'], permitted: true },
  });
  expect(await choose(system({ uid: 4242 }))).toMatchObject({ file: control, permitted: null });
  await chmod(control, 0o640);
  expect(await choose(system({ uid: 4242 }))).toMatchObject({ file: control, permitted: false });
});

test('who owns the control program runs it without asking sudo', async () => {
  const uid = me === 0 ? 4242 : me;
  if (me === 0) await chown(control, uid, uid);
  const probe = { ...system({ uid }), allowsSudo: () => Promise.reject(new Error('asked')) };
  expect(await choose(probe)).toEqual({ file: control, args: ['restart'], permitted: true });
});

test('nothing to run is null', async () => {
  expect(await chooseRestartProgram(join(directory, 'bin'), 'ossec', system())).toBeNull();
});
