/*
 * How long somebody still has to keep an apply. Counted on the clock that runs evenly since the boot: setting the time of
 * day neither shortens nor lengthens it. After a boot the time of day has to do.
 */
import { readFileSync } from 'node:fs';
import type { Database } from '../../state/database.ts';

let boot: string | null = null;

/** Which boot the even clock counts from; empty where the system does not tell. */
function bootId(): string {
  if (boot !== null) return boot;
  try {
    boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    boot = '';
  }
  return boot;
}

/** Milliseconds since the boot, the same in every process of this host. */
const steadyMs = (): number => Math.round(Number(process.hrtime.bigint() / 1_000_000n));

/** Starts the time to keep an apply. */
export function startDeadline(database: Database, id: number, seconds: number): void {
  const span = seconds * 1000;
  database
    .prepare('UPDATE applies SET deadline_at = ?, deadline_boot = ?, deadline_steady_ms = ? WHERE id = ?')
    .run(Date.now() + span, bootId(), steadyMs() + span, id);
}

/** What is left of it, never less than 0; null before it was started. */
export function remainingMs(database: Database, id: number): number | null {
  const row = database
    .prepare('SELECT deadline_at, deadline_boot, deadline_steady_ms, confirm_seconds FROM applies WHERE id = ?')
    .get(id);
  if (!row || row.deadline_at === null) return null;
  const sameBoot = row.deadline_boot === bootId();
  const left = sameBoot ? Number(row.deadline_steady_ms) - steadyMs() : Number(row.deadline_at) - Date.now();
  // A time of day that was set back must not give more than was granted.
  return Math.min(Math.max(0, left), Number(row.confirm_seconds) * 1000);
}
