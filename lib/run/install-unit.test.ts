import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const pathOf = (name: string) => fileURLToPath(new URL(`../../docs/install/${name}`, import.meta.url));
const read = (name: string) => readFileSync(pathOf(name), 'utf8');

/** The settings of a unit file; a later one replaces an earlier one. */
const settingsOf = (name: string) =>
  Object.fromEntries(
    read(name)
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

it('the unit gives no more than the state and the one folder to write, and no way to more rights', () => {
  expect(settingsOf('riposte.service')).toMatchObject({
    ...{ User: 'riposte', ProtectSystem: 'strict', ReadWritePaths: '/var/ossec/etc', StateDirectoryMode: '0700' },
    ...{ NoNewPrivileges: 'yes', CapabilityBoundingSet: '', AmbientCapabilities: '', IPAddressDeny: 'any' },
  });
});

it('a restart of the manager outlives a stop of Riposte', () => {
  expect(settingsOf('riposte.service')).toHaveProperty('KillMode', 'process');
});

it('with sudo, everything goes that would switch it off', () => {
  const sudo = settingsOf('riposte-sudo.conf');
  const implying = /^(NoNewPrivileges|RestrictSUIDSGID|RestrictNamespaces|RestrictRealtime|LockPersonality)$/;
  const more =
    /^(PrivateDevices|Protect(Kernel\w+|Clock|Hostname)|SystemCall(Filter|Architectures)|RestrictAddressFamilies)$/;
  for (const name of Object.keys(settingsOf('riposte.service'))) {
    if (implying.test(name) || more.test(name)) expect(sudo[name], name).toMatch(/^(no)?$/);
  }
});

it('systemd takes the unit, where there is a systemd', () => {
  const folder = mkdtempSync(join(tmpdir(), 'riposte-unit-'));
  const unit = join(folder, 'riposte.service');
  // The program stands where it is installed, not here.
  writeFileSync(unit, read('riposte.service').replace('/usr/bin/node', process.execPath));
  const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (error) expect((error as NodeJS.ErrnoException).code).toBe('ENOENT');
  else
    expect({ status, said: stderr.split('\n').filter((line) => line.includes(unit)) }).toEqual({ status: 0, said: [] });
});
