/*
 * Owns the look before an apply: what could keep it from working. Changes nothing, and decides nothing.
 */
import { realpath, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ManagerIdentity, ManagerInspection } from '../manager.ts';
import { chooseRestartProgram, type RestartProgram } from './choose-restart-program.ts';
import { currentUser } from './describe-file-failure.ts';
import { findManagers } from './find-managers.ts';
import { foreseeWrite } from './foresee-write.ts';
import { loadControlLock } from './load-control-lock.ts';

/** Everything anew: rights and locks change while Riposte runs. */
export async function inspectManager(
  directory: string,
  flavour: ManagerIdentity['flavour'],
): Promise<ManagerInspection> {
  const configPath = join(directory, 'etc/ossec.conf');
  const [freeBytes, write, program, lock, managedBy] = await Promise.all([
    loadFreeBytes(configPath),
    foreseeWrite(configPath),
    chooseRestartProgram(directory, flavour),
    loadControlLock(directory),
    findManagers(configPath),
  ]);
  const mayRestart = program ? program.permitted : false;
  return { freeBytes, write, mayRestart, restartHint: describeHint(directory, program), lock, managedBy };
}

async function loadFreeBytes(configPath: string): Promise<number | null> {
  const folder = await realpath(configPath).then(dirname, () => dirname(configPath));
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
}

/** What to do when a restart is not allowed, or not known to be; null when it is. */
export function describeHint(directory: string, program: RestartProgram | null): string | null {
  if (!program) return `There is no control program in ${join(directory, 'bin')}. Check the manager directory.`;
  if (program.permitted) return null;
  const user = currentUser();
  const command = [program.file, ...program.args].join(' ');
  const what =
    program.permitted === false
      ? `User ${user} may not run ${command}.`
      : `Whether user ${user} may run ${command} is not known before it is tried.`;
  return `${what} Install the sudo rule or the polkit rule of docs/install, or run Riposte as root.`;
}
