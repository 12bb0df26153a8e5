/*
 * The alert history over the manager's own files, in the process that owns the index: reading goes on between questions. The
 * server asks it through another process (file-history.ts); tests and the benchmark ask it directly.
 */
import type { AlertHistory, CountQuery, Coverage } from '../alert-history.ts';
import { findAlert } from './follow/find-alert.ts';
import { Follower } from './follow/follower.ts';
import { countAlerts } from './query/count-alerts.ts';
import { loadAlerts, loadReports } from './query/load-alerts.ts';
import { loadPeak } from './query/load-peak.ts';
import { loadVariants } from './query/load-variants.ts';
import { Marks } from './query/marks.ts';
import type { PackedCounts } from './query/packed-counts.ts';
import type { Kept } from './read-kept.ts';
import { AlertIndex, type IndexOptions } from './store/alert-index.ts';

export type EngineOptions = IndexOptions & { alertsDirectory: string; keep: Kept; commitBytes?: number };

/** Answers as the port does, without what can fail on the way; a damaged index throws. */
export type Engine = {
  [Name in Exclude<keyof AlertHistory, 'close' | 'stop' | 'resume' | 'count'>]: (
    ...args: Parameters<AlertHistory[Name]>
  ) => Promise<Extract<Awaited<ReturnType<AlertHistory[Name]>>, { ok: true }>['value']>;
} & {
  count(query: CountQuery): Promise<PackedCounts>;
  stop(): Promise<void>;
  resume(): Promise<void>;
  pass(): Promise<void>;
  close(): Promise<void>;
};

/** So long a question waits for what is there at the start, and later for what came since the last look. */
const FIRST_WAIT_MS = 1500;
const WAIT_MS = 300;

export async function openEngine(options: EngineOptions): Promise<Engine> {
  const index = await AlertIndex.open(options);
  const marks = new Marks(index.words);
  const asked = new Set<Promise<unknown>>();
  let dropping = Promise.resolve();
  const follower = new Follower({
    ...{ index, directory: options.alertsDirectory, keep: options.keep },
    commitBytes: options.commitBytes,
    // Numbers of words are given anew when days go, so no question may be under way, nor begin.
    whileAlone: (drop) => {
      dropping = Promise.allSettled(asked).then(drop);
      return dropping;
    },
  });
  const pass = () => follower.pass();
  const openedAt = Date.now();
  const answer = async <T>(ask: () => Promise<T>): Promise<T> => {
    const wait = follower.isCaughtUp ? (follower.isReading ? 0 : WAIT_MS) : openedAt + FIRST_WAIT_MS - Date.now();
    if (wait > 0) await Promise.race([pass(), sleep(wait)]);
    const answering = dropping.then(ask);
    asked.add(answering);
    return answering.finally(() => asked.delete(answering));
  };
  return {
    pass,
    loadCoverage: () => answer(async () => coverageOf(index, follower)),
    loadVariants: (period) => answer(() => loadVariants(index, period)),
    count: (query) => answer(() => countAlerts(index, marks, query)),
    loadPeak: (query) => answer(() => loadPeak(index, marks, query)),
    loadAlerts: (query) => answer(() => loadAlerts(index, query)),
    loadReports: (query) => answer(() => loadReports(index, query)),
    findAlert: (id) => answer(() => findAlert(options.alertsDirectory, index, id)),
    stop: async () => {
      follower.isStopped = true;
    },
    resume: async () => {
      follower.isStopped = false;
    },
    close: async () => {
      follower.isStopped = true;
      await pass();
      await Promise.allSettled(asked);
      index.close();
    },
  };
}

function coverageOf(index: AlertIndex, follower: Follower): Coverage {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [alerts, unreadable] = [0, 0];
  for (const { first, last } of index.segments.values()) {
    if (first < from) from = first;
    if (last > to) to = last;
  }
  for (const log of index.logs.values()) {
    alerts += log.alerts;
    unreadable += log.unreadable;
  }
  return {
    source: 'files',
    from: alerts > 0 ? from : null,
    to: alerts > 0 ? to : null,
    ...{
      alerts,
      unreadable,
      state: follower.state,
      diskBytes: index.bytes(),
      notes: [...follower.notes, ...foldedNotes(index)],
    },
  };
}

const foldedNotes = ({ words }: AlertIndex): string[] =>
  words.folded.map(
    (what) => `There were too many different ${what}: those that came last on a day are counted, but not kept apart.`,
  );

/** Resolved timers are of no matter to the process. */
const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
