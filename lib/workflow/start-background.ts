/*
 * What Riposte does without being asked by a page: bring interrupted applies to their end, notice outside changes of
 * ossec.conf. Started once a process; a manager that is not there yet is waited for.
 */

import { startConfigWatcher } from '../history/config-watcher.ts';
import { openManager } from '../manager/open-manager.ts';
import { openDatabase } from '../state/database.ts';
import { startSupervisor } from './apply/apply-supervisor.ts';

const TRY_AGAIN_MS = 5000;

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
    startSupervisor(site);
    startConfigWatcher(site);
  } catch (thrown) {
    process.stderr.write(`riposte: cannot look after the manager yet: ${String(thrown)}\n`);
    later();
  }
}

function later(): void {
  setTimeout(begin, TRY_AGAIN_MS).unref();
}
