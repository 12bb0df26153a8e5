/*
 * Which content each start of the manager has read. The file on disk says what the *next* start will read; this says what
 * the running one has.
 */
import type { Daemon } from '../../manager/manager.ts';
import type { Database } from '../../state/database.ts';

export const analysisdOf = (daemons: readonly Daemon[]): Daemon | undefined =>
  daemons.find(({ name }) => name.endsWith('-analysisd'));

/** Remembers that the manager started at `startedAt` has read the content. */
export function recordStart(database: Database, startedAt: number, sha256: string): void {
  database
    .prepare(
      'INSERT INTO manager_starts (started_at, sha256) VALUES (?, ?) ON CONFLICT (started_at) DO UPDATE SET sha256 = excluded.sha256',
    )
    .run(Math.round(startedAt), sha256);
}

/** The content that the manager started at `startedAt` has read; null when Riposte did not see it. */
export function loadedBy(database: Database, startedAt: number): string | null {
  const row = database.prepare('SELECT sha256 FROM manager_starts WHERE started_at = ?').get(Math.round(startedAt));
  return row ? String(row.sha256) : null;
}
