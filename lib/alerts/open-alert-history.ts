/*
 * Owns which alert history this process asks. The only place that picks an adapter.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ManagerIdentity } from '../manager/manager.ts';
import { stateDirectory } from '../state/database.ts';
import type { AlertHistory } from './alert-history.ts';
import { createFileHistory } from './files/file-history.ts';
import { readKept } from './files/read-kept.ts';
import { indexerFromEnvironment } from './indexer/open-indexer.ts';

// On the process, not in this module: a bundler makes several copies of it, and an index has one owner.
const shared = globalThis as { riposteAlertHistories?: Map<string, AlertHistory> };

/** The history of the manager: one of each directory in a process. RIPOSTE_INDEXER_URL says to ask the indexer instead. */
export function openAlertHistory({ directory }: Pick<ManagerIdentity, 'directory'>): AlertHistory {
  shared.riposteAlertHistories ??= new Map();
  const known = shared.riposteAlertHistories.get(directory);
  if (known) return known;
  const history = indexerFromEnvironment() ?? openFiles(directory);
  shared.riposteAlertHistories.set(directory, history);
  return history;
}

/** An index each: a state directory may have seen another manager before. */
function openFiles(directory: string): AlertHistory {
  const own = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  return createFileHistory({
    alertsDirectory: join(/*turbopackIgnore: true*/ directory, 'logs/alerts'),
    indexDirectory: join(/*turbopackIgnore: true*/ stateDirectory(), 'alerts', own),
    keep: readKept(process.env),
  });
}
