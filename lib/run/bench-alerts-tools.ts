/*
 * What `npm run bench:alerts` measures beside the alert history: the tools that people use on the same files, and what a process
 * took. Knows no index.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const isInstalled = (program: string): boolean => !spawnSync(program, ['--version']).error;

/** Seconds, at the priority of the index; null when the program is not installed. Its output is read and thrown away. */
export async function timeProgram(program: string, args: readonly string[]): Promise<number | null> {
  if (!isInstalled(program)) return null;
  const start = performance.now();
  const child = spawn('nice', ['-n', '5', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return (performance.now() - start) / 1000;
}

/** Of a process that runs, in MiB; null where the system does not say. */
export function peakMemory(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
