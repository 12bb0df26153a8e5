/*
 * Looks after applies that nobody drives: those of a process that was ended, at the start and while running, so that a second
 * Riposte takes over at once. And sees when an alarm has been put right.
 */
import { log } from '../../log/log.ts';
import type { Daemon, Manager } from '../../manager/manager.ts';
import type { Database } from '../../state/database.ts';
import { openJob } from './apply-job.ts';
import { tryApplyLock } from './apply-lock.ts';
import { loadApply } from './apply-record.ts';
import { analysisdOf, loadedBy } from './manager-starts.ts';
import { resumeApply } from './resume-apply.ts';
import { loadAlarm, runningApply, settleAlarm } from './running-apply.ts';
import { watchSeconds } from './see-daemons-up.ts';

const LOOK_EVERY_MS = 1000;

type Site = { manager: Manager; database: Database };

/** Looks every second until stopped. */
export function startSupervisor(site: Site): { stop(): void } {
  let isOn = true;
  const loop = async () => {
    while (isOn) {
      await look(site).catch((thrown) => {
        log('error', 'supervisor-failed', { message: `cannot look after applies: ${String(thrown)}` });
      });
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS).unref());
    }
  };
  void loop();
  return {
    stop: () => {
      isOn = false;
    },
  };
}

/** Brings an apply to its end that nobody drives, if there is one. Comes back when it is there. */
export async function look({ manager, database }: Site): Promise<void> {
  await seeAlarmOver({ manager, database });
  if (runningApply(database) === null) return;
  const lock = tryApplyLock(database);
  if (!lock) return;
  try {
    // Asked again under the lock: its driver may have ended it just now.
    const id = runningApply(database);
    if (id !== null) await resumeApply(openJob({ manager, database }, id));
  } finally {
    lock.release();
  }
}

/** The alarm is over when the manager is up and is known to run the file on disk, by whoever's hand. */
async function seeAlarmOver({ manager, database }: Site): Promise<void> {
  const alarm = loadAlarm(database);
  if (!alarm || runningApply(database) !== null) return;
  const daemons = await manager.loadDaemons();
  // A daemon that dies of its configuration does so within seconds of its start.
  const isSettled = ({ startedAt }: Daemon) => Date.now() - (startedAt ?? 0) > watchSeconds() * 1000;
  if (daemons.some((daemon) => daemon.required && !(daemon.running && isSettled(daemon)))) return;
  const analysisd = analysisdOf(daemons);
  const file = await manager.loadConfig();
  const apply = loadApply(database, alarm.applyId);
  // What nobody kept still runs: that is for somebody to decide.
  if (file.ok && file.value.sha256 === apply?.newSha256) return;
  const finishedAt = apply?.finishedAt ?? 0;
  const isLoaded = file.ok && analysisd && loadedBy(database, analysisd) === file.value.sha256;
  // Started by hand after the file was put back by hand.
  const isNewer = file.ok && (analysisd?.startedAt ?? 0) > Math.max(file.value.modifiedAt, finishedAt);
  if (!isLoaded && !isNewer) return;
  settleAlarm(database, alarm.applyId, 'riposte');
}
