/*
 * Owns the stand-in processes: one sleeping process a daemon, its pid file, and who is really ours.
 * Knows no order and writes no log.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadProcessState } from '../../manager/local/process-state.ts';

const forever = 2_000_000_000;
const mark = 'RIPOSTE_SANDBOX_DAEMON';

export type Life = {
  /** The process ends by itself after this. */
  seconds?: number;
  /** What lives instead of `sleep`; it gets the seconds as its last argument. */
  program?: string[];
};

/** Starts a process that sleeps for the daemon, or lives as told, and returns its pid; it outlives this program. */
export function startProcess(directory: string, daemon: string, life: Life = {}): number {
  const [file = 'sleep', ...args] = life.program ?? ['sleep'];
  const env = { PATH: '/usr/bin:/bin', [mark]: join(directory, daemon) } as unknown as NodeJS.ProcessEnv;
  const child = spawn(file, [...args, String(life.seconds ?? forever)], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
    env,
  });
  child.unref();
  const pid = child.pid;
  if (pid === undefined) throw new Error(`the sandbox cannot start a "${file}" process`);
  writeFileSync(join(directory, 'var/run', `${daemon}-${pid}.pid`), `${pid}\n`, { mode: 0o640 });
  return pid;
}

/** The pid of the daemon's process; null when it does not run. Leftover pid files are removed. */
export async function findProcess(directory: string, daemon: string): Promise<number | null> {
  const folder = join(directory, 'var/run');
  let found: number | null = null;
  for (const file of readdirSync(folder)) {
    const pid = new RegExp(`^${daemon}-(\\d+)\\.pid$`).exec(file)?.[1];
    if (!pid) continue;
    if (isOurs(Number(pid), join(directory, daemon)) && (await loadProcessState(Number(pid))).alive)
      found = Number(pid);
    else rmSync(join(folder, file), { force: true });
  }
  return found;
}

/** Ends the daemon's process. False when it did not run. */
export async function stopProcess(directory: string, daemon: string): Promise<boolean> {
  const pid = await findProcess(directory, daemon);
  if (pid === null) return false;
  endProcess(pid);
  for (let waited = 0; waited < 5000 && (await loadProcessState(pid)).alive; waited += 10) await sleep(10);
  rmSync(join(directory, 'var/run', `${daemon}-${pid}.pid`), { force: true });
  return true;
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // Already gone: that is what was wanted.
  }
}

/** Numbers are used again: only a process that carries our mark may be stopped. Without /proc the pid file is believed. */
function isOurs(pid: number, name: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${mark}=${name}`);
  } catch (error) {
    return process.platform !== 'linux' && (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
