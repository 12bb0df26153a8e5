/*
 * Owns the one decision which program restarts the manager, and as whom. Everything that names or runs it asks here.
 * Does not run it, and does not judge whether restarting is wise.
 */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManagerIdentity } from '../manager.ts';
import { runProgram } from './run-program.ts';

export type Program = { file: string; args: string[] };
/** `permitted`: whether this user may run it; null when only trying tells. */
export type RestartProgram = Program & { permitted: boolean | null };

export type SystemProbe = {
  uid: number;
  /** Whether this host was booted with systemd. */
  hasSystemd(): Promise<boolean>;
  /** The output of `systemctl show -p LoadState,ExecStart <unit>`; empty when it fails. */
  showUnit(unit: string): Promise<string>;
  /** Whether sudo lets this user run exactly this as root, without a password. */
  allowsSudo(program: Program): Promise<boolean>;
};

/** Where systemctl is on a host with merged folders, as the shipped sudo rule has it. */
const systemctlPath = '/usr/bin/systemctl';

export const realSystem: SystemProbe = {
  uid: process.getuid?.() ?? 0,
  hasSystemd: () =>
    stat('/run/systemd/system').then(
      (found) => found.isDirectory(),
      () => false,
    ),
  showUnit: (unit) => readOutput({ file: 'systemctl', args: ['show', '-p', 'LoadState,ExecStart', unit] }),
  allowsSudo: ({ file, args }) => askOncePerMinute(['-n', '-l', file, ...args]),
};

/** The stdout of a short program; what it printed so far when it fails or takes more than five seconds. */
export async function readOutput(program: Program): Promise<string> {
  const lines: string[] = [];
  for await (const event of runProgram(program, { timeoutSeconds: 5 }))
    if (event.kind === 'output' && event.stream === 'stdout') lines.push(event.line);
  return lines.join('\n');
}

/**
 * systemctl when a loaded unit starts this very installation, else its own control program; null when there is neither.
 * As an ordinary user through sudo where a rule allows exactly this; else plainly, and polkit or the file's rights decide.
 */
export async function chooseRestartProgram(
  directory: string,
  flavour: ManagerIdentity['flavour'],
  system: SystemProbe = realSystem,
): Promise<RestartProgram | null> {
  const unit = await findUnit(directory, flavour, system);
  return unit ? chooseSystemctl(unit, system) : chooseControl(join(directory, 'bin', `${flavour}-control`), system);
}

async function findUnit(directory: string, flavour: ManagerIdentity['flavour'], system: SystemProbe) {
  if (!(await system.hasSystemd())) return null;
  for (const unit of flavour === 'wazuh' ? ['wazuh-manager'] : ['ossec', 'ossec-hids']) {
    const shown = await system.showUnit(unit);
    if (/^LoadState=loaded$/m.test(shown) && shown.includes(`${directory}/bin/`)) return unit;
  }
  return null;
}

async function chooseSystemctl(unit: string, system: SystemProbe): Promise<RestartProgram> {
  if (system.uid === 0) return { file: 'systemctl', args: ['restart', unit], permitted: true };
  const asRoot = { file: systemctlPath, args: ['restart', unit] };
  if (await system.allowsSudo(asRoot)) return throughSudo(asRoot);
  return { file: 'systemctl', args: ['--no-ask-password', 'restart', unit], permitted: null };
}

async function chooseControl(file: string, system: SystemProbe): Promise<RestartProgram | null> {
  const found = await stat(file).catch((error) => (error.code === 'EACCES' ? 'hidden' : null));
  if (!found) return null;
  const control = { file, args: ['restart'] };
  if (system.uid === 0) return { ...control, permitted: true };
  const runs = await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
  // Who owns the installation, as in the sandbox, needs nobody else.
  if (runs && found !== 'hidden' && found.uid === system.uid) return { ...control, permitted: true };
  if (await system.allowsSudo(control)) return throughSudo(control);
  // It may be executable and still fail: it stops processes of root.
  return { ...control, permitted: runs ? null : false };
}

function throughSudo({ file, args }: Program): RestartProgram {
  return { file: 'sudo', args: ['-n', file, ...args], permitted: true };
}

const lastsMilliseconds = 60_000;
const answers = new Map<string, { at: number; allowed: Promise<boolean> }>();

/** sudo writes a line to the log of the host each time it says no: it is not asked at every page. */
function askOncePerMinute(args: string[]): Promise<boolean> {
  const key = args.join('\0');
  const known = answers.get(key);
  if (known && Date.now() - known.at < lastsMilliseconds) return known.allowed;
  const allowed = endsWell({ file: 'sudo', args });
  answers.set(key, { at: Date.now(), allowed });
  return allowed;
}

async function endsWell(program: Program): Promise<boolean> {
  for await (const event of runProgram(program, { timeoutSeconds: 5 }))
    if (event.kind === 'exited') return event.code === 0;
  return false;
}
