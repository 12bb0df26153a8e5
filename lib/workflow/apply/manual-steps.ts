/*
 * What to type on the manager when Riposte could not bring the previous configuration back: the exact commands, with a copy
 * of the previous file that needs no database.
 */

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { log } from '../../log/log.ts';
import { type ApplyJob, bytesOf } from './apply-job.ts';

const quote = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** Commands for a root shell, in order. */
export async function manualSteps(job: ApplyJob): Promise<string[]> {
  const { configPath, restartCommand, logPath } = await job.manager.identify();
  const copy = keepRescueCopy(job);
  const path = quote(configPath);
  // cp over the file keeps its owner and mode. Without a copy there is the one that Riposte's page offers.
  const back =
    copy === null
      ? [`# Download the version before apply ${job.id} from History, and copy it over ${path}`]
      : [`cp ${path} ${path}.before-rescue`, `cp ${quote(copy)} ${path}`];
  return [...back, restartCommand?.replace(/^sudo -n /, '') ?? 'wazuh-control restart', `tail -n 50 ${quote(logPath)}`];
}

/** Beside the database; null when it can't be written there. */
function keepRescueCopy(job: ApplyJob): string | null {
  const database = job.database.location();
  if (database === null) return null;
  try {
    const folder = join(dirname(database), 'rescue');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `ossec.conf.before-apply-${job.id}`);
    // Of an apply that tries a way back again, it is the version that it was to bring.
    const { backSha256, newSha256 } = job.record;
    writeFileSync(path, bytesOf(job, backSha256 ?? newSha256), { mode: 0o600 });
    chmodSync(path, 0o600);
    return path;
  } catch (thrown) {
    log('error', 'rescue-copy-failed', { apply: job.id, message: `cannot keep a rescue copy: ${String(thrown)}` });
    return null;
  }
}
