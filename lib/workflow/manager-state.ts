/*
 * Is the manager up, and does it run what the file says? The file's time against the start of analysisd decides, unless
 * Riposte itself saw which content that start has read.
 */
import type { Daemon } from '../manager/manager.ts';
import { analysisdOf, loadedBy, recordStart } from './apply/manager-starts.ts';
import type { Workspace } from './workspace.ts';

export type Sync =
  /** The manager runs what the file says. */
  | { state: 'in-sync' }
  /** The file is newer than what the manager has read. */
  | { state: 'restart-pending'; changedAt: number; loadedSha256: string | null }
  | { state: 'manager-down' }
  | { state: 'unknown' };

export type ManagerState = {
  up: boolean;
  startedAt: number | null;
  daemons: Daemon[];
  requiredUp: number;
  required: number;
  optionalOff: number;
  missing: string[];
  sync: Sync;
};

export async function loadManagerState({
  manager,
  database,
  file,
}: Pick<Workspace, 'manager' | 'database' | 'file'>): Promise<ManagerState> {
  const daemons = await manager.loadDaemons();
  const required = daemons.filter((daemon) => daemon.required);
  const analysisd = analysisdOf(daemons);
  const missing = required.filter((daemon) => !daemon.running).map(({ name }) => name);
  const startedAt = analysisd?.running ? analysisd.startedAt : null;
  return {
    up: missing.length === 0,
    startedAt,
    daemons,
    requiredUp: required.length - missing.length,
    required: required.length,
    optionalOff: daemons.filter((daemon) => !daemon.required && !daemon.running).length,
    missing,
    sync: !analysisd?.running ? { state: 'manager-down' } : syncOf(database, file, analysisd),
  };
}

/** The system tells process starts in whole clock ticks, rounded down. */
const CLOCK_TICK_MS = 20;

function syncOf(database: Workspace['database'], file: Workspace['file'], analysisd: Daemon): Sync {
  const { startedAt } = analysisd;
  if (!file || startedAt === null) return { state: 'unknown' };
  const loaded = loadedBy(database, analysisd);
  if (loaded !== null) {
    return loaded === file.sha256
      ? { state: 'in-sync' }
      : { state: 'restart-pending', changedAt: file.modifiedAt, loadedSha256: loaded };
  }
  if (file.modifiedAt > startedAt + CLOCK_TICK_MS)
    return { state: 'restart-pending', changedAt: file.modifiedAt, loadedSha256: null };
  recordStart(database, analysisd, file.sha256);
  return { state: 'in-sync' };
}
