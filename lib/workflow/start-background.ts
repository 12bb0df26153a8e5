/*
 * What Riposte does without being asked by a page: bring interrupted applies to their end, notice outside changes of
 * ossec.conf, read past alerts, once a day forget what is old. Started once a process; a manager that is not there yet is
 * waited for.
 */

import { openAlertHistory } from '../alerts/open-alert-history.ts';
import { log } from '../log/log.ts';
import type { Manager } from '../manager/manager.ts';
import { openManager } from '../manager/open-manager.ts';
import { type Database, openDatabase } from '../state/database.ts';
import { startSupervisor } from './apply/apply-supervisor.ts';
import { startConfigWatcher } from './history/config-watcher.ts';
import { historyDays, pruneHistory } from './history/prune-history.ts';

const TRY_AGAIN_MS = 5000;
const DAY_MS = 24 * 60 * 60 * 1000;

type Site = { manager: Manager; database: Database };

const shared = globalThis as { riposteBackground?: boolean };

/** Starts it; nothing happens the second time. */
export function startBackground(): void {
  if (shared.riposteBackground) return;
  shared.riposteBackground = true;
  begin();
}

function begin(): void {
  try {
    const opened = openManager();
    if (!opened.ok) {
      later();
      return;
    }
    const site = { manager: opened.value, database: openDatabase() };
    startConfigWatcher(site);
    startSupervisor(site);
    void readAlerts(site);
    void prune(site);
    setInterval(() => void prune(site), DAY_MS).unref();
  } catch (thrown) {
    log('warn', 'manager-not-ready', { message: `cannot look after the manager yet: ${String(thrown)}` });
    later();
  }
}

/** The history is read before somebody asks. What fails is told where it is asked. */
async function readAlerts({ manager }: Site): Promise<void> {
  try {
    const known = await openAlertHistory(await manager.identify()).loadCoverage();
    if (!known.ok) log('warn', 'alerts-not-read', { message: known.failure.message, hint: known.failure.hint });
  } catch (thrown) {
    log('warn', 'alerts-not-read', { message: `past alerts cannot be read: ${String(thrown)}` });
  }
}

function later(): void {
  setTimeout(begin, TRY_AGAIN_MS).unref();
}

/** RIPOSTE_HISTORY_DAYS says how much is kept; without it everything is. */
async function prune({ manager, database }: Site): Promise<void> {
  try {
    const days = historyDays();
    const file = await manager.loadConfig();
    if (days !== null && file.ok) pruneHistory(database, { days, onDiskSha256: file.value.sha256 });
  } catch (thrown) {
    log('warn', 'history-not-pruned', { message: `old history cannot be removed: ${String(thrown)}` });
  }
}
