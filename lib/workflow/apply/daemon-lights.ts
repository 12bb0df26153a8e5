/*
 * Which daemons are up since a restart was asked for. Told by their process numbers as well as by their start, so that a
 * clock that is set back meanwhile does not make new processes look old.
 */
import type { Daemon } from '../../manager/manager.ts';
import type { DaemonLight } from './apply-record.ts';

/** The moment before the restart. */
export type Before = { requestedAt: number; pids: ReadonlyMap<string, number | null> };

/** Process start times are exact to a clock tick only, and to the second of the boot time. */
const START_TOLERANCE_MS = 1500;

export const shortName = (name: string): string => name.replace(/^(wazuh|ossec)-/, '');

export const beforeRestart = (daemons: readonly Daemon[]): Before => ({
  requestedAt: Date.now(),
  pids: new Map(daemons.map(({ name, pid }) => [name, pid])),
});

/** Was the process started after the restart was asked for? */
export const isNew = ({ name, running, pid, startedAt }: Daemon, { requestedAt, pids }: Before): boolean =>
  running && (pid !== (pids.get(name) ?? null) || (startedAt ?? 0) >= requestedAt - START_TOLERANCE_MS);

/** The required daemons, for the lights on the page. */
export const lightsOf = (daemons: readonly Daemon[], before: Before): DaemonLight[] =>
  daemons
    .filter(({ required }) => required)
    .map((daemon) => ({
      name: shortName(daemon.name),
      state: isNew(daemon, before) ? 'up' : daemon.running ? 'starting' : 'down',
    }));
