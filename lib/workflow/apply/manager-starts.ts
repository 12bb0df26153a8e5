/*
 * Which content each start of the manager has read. The file on disk says what the *next* start will read; this says what
 * the running one has. A start is known by its process number: the time of a start is worked out anew each time and moves
 * with the clock.
 */
import type { Daemon } from '../../manager/manager.ts';
import type { Database } from '../../state/database.ts';

type Start = Pick<Daemon, 'pid' | 'startedAt'>;

/** How far the time of one start may move between two looks. A container gives numbers again, but not within that time. */
const CLOCK_MOVES_MS = 5_000;

export const analysisdOf = (daemons: readonly Daemon[]): Daemon | undefined =>
  daemons.find(({ name }) => name.endsWith('-analysisd'));

/** Remembers that this start of the manager has read the content. */
export function recordStart(database: Database, { pid, startedAt }: Start, sha256: string): void {
  if (pid === null || startedAt === null) return;
  database
    .prepare(
      `INSERT INTO manager_starts (pid, started_at, sha256) VALUES (?, ?, ?)
       ON CONFLICT (pid, started_at) DO UPDATE SET sha256 = excluded.sha256`,
    )
    .run(pid, Math.round(startedAt), sha256);
}

/** The content that this start has read; null when Riposte did not see it. */
export function loadedBy(database: Database, { pid, startedAt }: Start): string | null {
  if (pid === null || startedAt === null) return null;
  const row = database
    .prepare(
      `SELECT sha256 FROM manager_starts WHERE pid = ? AND abs(started_at - ?) <= ?
       ORDER BY abs(started_at - ?) LIMIT 1`,
    )
    .get(pid, Math.round(startedAt), CLOCK_MOVES_MS, Math.round(startedAt));
  return row ? String(row.sha256) : null;
}
