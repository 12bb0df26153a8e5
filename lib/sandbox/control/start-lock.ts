/*
 * Owns the lock that lets one control program work at a time (wazuh-facts §6.1).
 * Does not know what is done under it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadProcessState } from '../../manager/local/process-state.ts';

const maxWaitMilliseconds = 60_000;

/** Runs `work` under the lock; 'locked' when another program held it for a minute. */
export async function withStartLock<T>(directory: string, work: () => Promise<T>): Promise<T | 'locked'> {
  const lock = join(directory, 'var/start-script-lock');
  const release = () => rmSync(lock, { recursive: true, force: true });
  for (let waited = 0; !tryLock(lock); waited += 100) {
    if (waited >= maxWaitMilliseconds) return 'locked';
    if (await isAbandoned(lock)) release();
    else await sleep(100);
  }
  const stop = () => {
    release();
    process.exit(143);
  };
  process.on('SIGTERM', stop);
  try {
    return await work();
  } finally {
    process.off('SIGTERM', stop);
    release();
  }
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return true;
  } catch {
    return false;
  }
}

/** The holder ended without letting go. A lock that names nobody yet is being taken right now. */
async function isAbandoned(lock: string): Promise<boolean> {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    return pid > 0 && !(await loadProcessState(pid)).alive;
  } catch {
    return false;
  }
}
