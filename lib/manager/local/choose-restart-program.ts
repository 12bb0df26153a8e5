/*
 * Owns the one decision which program restarts the manager. Everything that names or runs it asks here.
 * Does not run it, and does not judge whether restarting is wise.
 */
import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManagerIdentity } from '../manager.ts';
import { runProgram } from './run-program.ts';

export type RestartProgram = { file: string; args: string[] };

export type SystemProbe = {
  /** Whether this host was booted with systemd. */
  hasSystemd(): Promise<boolean>;
  /** The output of `systemctl show -p LoadState,ExecStart <unit>`; empty when it fails. */
  showUnit(unit: string): Promise<string>;
};

export const realSystem: SystemProbe = {
  hasSystemd: () =>
    stat('/run/systemd/system').then(
      (found) => found.isDirectory(),
      () => false,
    ),
  showUnit: (unit) => readOutput({ file: 'systemctl', args: ['show', '-p', 'LoadState,ExecStart', unit] }),
};

/** The stdout of a short program; what it printed so far when it fails or takes more than five seconds. */
export async function readOutput(program: RestartProgram): Promise<string> {
  const lines: string[] = [];
  for await (const event of runProgram(program, { timeoutSeconds: 5 }))
    if (event.kind === 'output' && event.stream === 'stdout') lines.push(event.line);
  return lines.join('\n');
}

/**
 * systemctl when a loaded unit starts this very installation, else its own control program; null when there is neither.
 */
export async function chooseRestartProgram(
  directory: string,
  flavour: ManagerIdentity['flavour'],
  system: SystemProbe = realSystem,
): Promise<RestartProgram | null> {
  if (await system.hasSystemd()) {
    for (const unit of flavour === 'wazuh' ? ['wazuh-manager'] : ['ossec', 'ossec-hids']) {
      const shown = await system.showUnit(unit);
      if (/^LoadState=loaded$/m.test(shown) && shown.includes(`${directory}/bin/`))
        return { file: 'systemctl', args: ['restart', unit] };
    }
  }
  const file = join(directory, 'bin', `${flavour}-control`);
  return access(file).then(
    () => ({ file, args: ['restart'] }),
    () => null,
  );
}
