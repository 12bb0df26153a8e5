/*
 * Owns which alert history this process asks. The only place that picks an adapter.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManagerIdentity } from '../manager/manager.ts';
import type { AlertHistory } from './alert-history.ts';
import { createMemoryHistory } from './fixtures/memory-history.ts';
import { indexerFromEnvironment } from './indexer/open-indexer.ts';

const opened = new Map<string, AlertHistory>();

/** The history of the manager: one of each directory in a process. RIPOSTE_INDEXER_URL says to ask the indexer instead. */
export function openAlertHistory({ directory }: Pick<ManagerIdentity, 'directory'>): AlertHistory {
  const known = opened.get(directory);
  if (known) return known;
  const history =
    indexerFromEnvironment() ??
    createMemoryHistory(() => readFileSync(join(directory, 'logs/alerts/alerts.json'), 'utf8'));
  opened.set(directory, history);
  return history;
}
