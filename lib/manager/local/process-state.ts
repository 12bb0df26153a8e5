/*
 * Owns what the kernel says about a process: alive or not, and since when.
 * Knows no daemon names and no pid files.
 */
import { readFile } from 'node:fs/promises';

/** Linux counts process times in hundredths of a second on every architecture it exposes to programs. */
const ticksPerSecond = 100;

export type ProcessState = { alive: boolean; startedAt: number | null };

/** Alive also when the process belongs to somebody else; a zombie is not alive. */
export async function loadProcessState(pid: number): Promise<ProcessState> {
  if (!hasProcess(pid)) return { alive: false, startedAt: null };
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  // "pid (name) state ppid …": the name may hold blanks and parentheses, so count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return { alive: false, startedAt: null };
  const ticks = Number(fields[19]);
  const boot = await loadBootTime();
  if (!fields[19] || Number.isNaN(ticks) || boot === null) return { alive: true, startedAt: null };
  return { alive: true, startedAt: boot + (ticks / ticksPerSecond) * 1000 };
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

let bootedAt: number | null = null;
/** Less is the unevenness of the reading, more is somebody setting the clock. */
const CLOCK_WAS_SET_MS = 1000;

/**
 * From the uptime, which is exact to a tick: `btime` is in whole seconds, and a file of that second would look too new. Kept,
 * so that the start of one process is the same at every look.
 */
async function loadBootTime(): Promise<number | null> {
  const uptime = await readFile('/proc/uptime', 'latin1').catch(() => '');
  const seconds = Number.parseFloat(uptime);
  if (Number.isNaN(seconds)) return null;
  const now = Date.now() - seconds * 1000;
  if (bootedAt === null || Math.abs(now - bootedAt) > CLOCK_WAS_SET_MS) bootedAt = now;
  return bootedAt;
}
