/*
 * Owns the state of the daemons, from their pid files and the kernel. Never asks wazuh-control: its status takes the
 * start lock and blocks during a restart (wazuh-facts §6.1).
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Daemon, ManagerIdentity } from '../manager.ts';
import { type DaemonName, listDaemonNames } from './daemon-names.ts';
import { loadProcessState } from './process-state.ts';
import { startsAuthd } from './starts-authd.ts';

/** Every known daemon in status order; all stopped when var/run can't be read. What is required depends on the file on disk. */
export async function loadDaemons(directory: string, flavour: ManagerIdentity['flavour']): Promise<Daemon[]> {
  const folder = join(directory, 'var/run');
  const [files, config] = await Promise.all([
    readdir(folder).catch(() => []),
    readFile(join(directory, 'etc/ossec.conf'), 'latin1').catch(() => null),
  ]);
  const names = listDaemonNames(flavour).map((daemon) =>
    // Switched off by its own section: nobody may wait for it.
    daemon.name === 'wazuh-authd' && config !== null ? { ...daemon, required: startsAuthd(config) } : daemon,
  );
  return Promise.all(names.map((daemon) => loadDaemon(folder, files, daemon)));
}

async function loadDaemon(folder: string, files: string[], { name, required }: DaemonName): Promise<Daemon> {
  const stopped: Daemon = { name, required, running: false, pid: null, startedAt: null };
  const found: Daemon[] = [];
  for (const file of files) {
    const pid = readPid(file, name);
    if (pid === null) continue;
    const { alive, startedAt } = await loadProcessState(pid);
    if (alive) found.push({ ...stopped, running: true, pid, startedAt: startedAt ?? (await modifiedAt(folder, file)) });
  }
  // Several live pid files: the daemon's workers. The oldest is the daemon itself.
  found.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
  return found[0] ?? stopped;
}

function readPid(file: string, daemon: string): number | null {
  if (!file.startsWith(`${daemon}-`) || !file.endsWith('.pid')) return null;
  const digits = file.slice(daemon.length + 1, -'.pid'.length);
  return /^[1-9]\d{0,9}$/.test(digits) ? Number(digits) : null;
}

async function modifiedAt(folder: string, file: string): Promise<number | null> {
  return stat(join(folder, file)).then(
    (found) => found.mtimeMs,
    () => null,
  );
}
