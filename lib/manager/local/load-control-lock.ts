/*
 * Owns reading the control program's own lock: a folder with the pid of the shell that made it (wazuh-facts §6.1).
 * Takes no lock and removes none: that is the control program's business.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ControlLock } from '../manager.ts';
import { loadProcessState } from './process-state.ts';

/** The folder is made just before the pid is written: this long a lock without a pid is being taken. */
const takingMilliseconds = 10_000;

/** Null when nobody holds the lock, or who held it is dead. */
export async function loadControlLock(directory: string): Promise<ControlLock | null> {
  const folder = join(directory, 'var/start-script-lock');
  const since = await stat(folder).then(
    (found) => found.mtimeMs,
    () => null,
  );
  if (since === null) return null;
  const written = await readFile(join(folder, 'pid'), 'utf8').catch(() => '');
  const pid = /^\s*([1-9]\d{0,9})\s*$/.exec(written)?.[1];
  if (!pid) return Date.now() - since < takingMilliseconds ? { pid: null, since } : null;
  return (await loadProcessState(Number(pid))).alive ? { pid: Number(pid), since } : null;
}
