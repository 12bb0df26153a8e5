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
  const bootedAt = await loadBootTime();
  if (!fields[19] || Number.isNaN(ticks) || bootedAt === null) return { alive: true, startedAt: null };
  return { alive: true, startedAt: bootedAt + (ticks / ticksPerSecond) * 1000 };
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function loadBootTime(): Promise<number | null> {
  const stat = await readFile('/proc/stat', 'latin1').catch(() => '');
  const seconds = /^btime (\d+)$/m.exec(stat)?.[1];
  return seconds ? Number(seconds) * 1000 : null;
}
