/*
 * Owns which alert history this process asks. The only place that picks an adapter.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManagerIdentity } from '../manager/manager.ts';
import type { AlertHistory } from './alert-history.ts';
import { createMemoryHistory } from './fixtures/memory-history.ts';

const opened = new Map<string, AlertHistory>();

/** The history of the manager: one of each directory in a process. */
export function openAlertHistory({ directory }: Pick<ManagerIdentity, 'directory'>): AlertHistory {
  const known = opened.get(directory);
  if (known) return known;
  const history = createMemoryHistory(() => readFileSync(join(directory, 'logs/alerts/alerts.json'), 'utf8'));
  opened.set(directory, history);
  return history;
}
