/*
 * Notices when somebody else writes ossec.conf, at the start and while Riposte runs. The folder is watched, since editors and
 * Ansible replace the file; and it is looked at every few seconds, since not every file system tells. Keeps no state of its
 * own: what is known stands in the database.
 */

import { type FSWatcher, watch } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../../log/log.ts';
import type { Manager } from '../../manager/manager.ts';
import type { Database } from '../../state/database.ts';
import { isKnown, noticeOutsideChange, SETTLE_MS } from './notice-outside-change.ts';

const POLL_MS = 3_000;

export type ConfigWatcher = {
  stop(): void;
  /** Looks now; ends when what was found is recorded. */
  look(): Promise<void>;
};

type Watched = {
  database: Database;
  manager: Pick<Manager, 'identify' | 'loadConfig'>;
  /** Called with the number of each revision that was added. */
  onChange?: (revision: number) => void;
};

/** Watches until it is stopped. Never throws: what goes wrong is said once on standard error, and tried again. */
export function startConfigWatcher({ database, manager, onChange }: Watched): ConfigWatcher {
  let isStopped = false;
  let folder: FSWatcher | null = null;
  let lastProblem = '';
  let looking: Promise<void> | null = null;
  let isAsked = false;

  async function lookOnce(): Promise<void> {
    try {
      folder ??= await watchFolder(manager, look, () => {
        folder = null;
      });
      const revision = await recordSettled(database, manager);
      if (revision !== null && !isStopped) onChange?.(revision);
      lastProblem = '';
    } catch (thrown) {
      if (isStopped) return;
      const problem = thrown instanceof Error ? thrown.message : String(thrown);
      if (problem !== lastProblem)
        log('warn', 'config-not-watched', { message: `cannot watch ossec.conf: ${problem}` });
      lastProblem = problem;
    } finally {
      if (isStopped) folder?.close();
    }
  }

  function look(): Promise<void> {
    if (isStopped) return Promise.resolve();
    // Asked in the middle of a look, perhaps for something it has passed already: once more.
    isAsked = looking !== null;
    looking ??= lookOnce().finally(() => {
      looking = null;
      if (isAsked) void look();
    });
    return looking;
  }

  const timer = setInterval(look, POLL_MS);
  timer.unref();
  void look();
  return {
    look,
    stop() {
      isStopped = true;
      clearInterval(timer);
      folder?.close();
    },
  };
}

/** The same content twice, some time apart: a file that is being written is not taken. */
async function recordSettled(database: Database, manager: Watched['manager']): Promise<number | null> {
  const first = await manager.loadConfig();
  if (!first.ok) return null;
  if (isKnown(database, first.value.sha256)) return null;
  await sleep(SETTLE_MS, undefined, { ref: false });
  const second = await manager.loadConfig();
  if (!second.ok || second.value.sha256 !== first.value.sha256) return null;
  return noticeOutsideChange(database, second.value, true);
}

/** Null where it can't be watched: then the poll has to do. */
async function watchFolder(
  manager: Watched['manager'],
  look: () => Promise<void>,
  onGone: () => void,
): Promise<FSWatcher | null> {
  try {
    const { configPath } = await manager.identify();
    const folder = watch(dirname(await realpath(configPath)), { persistent: false }, () => void look());
    folder.on('error', () => {
      folder.close();
      onGone();
    });
    return folder;
  } catch {
    return null;
  }
}
