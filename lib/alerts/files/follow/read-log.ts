/*
 * Reads what is new in one file of alerts into the index: so many bytes, then one transaction, and again. Does not know which
 * files there are, nor when to look.
 */
import type { AlertReader } from '../scan/alert-reader.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import type { Log } from '../store/segments.ts';
import type { FoundLog } from './find-logs.ts';
import { LineFeeder } from './line-feeder.ts';
import { gzTextLength, hashHead, hashTail, readHead } from './log-head.ts';
import { dayOf } from './log-name.ts';
import { type Match, matchLog } from './match-log.ts';
import { readBytes } from './read-bytes.ts';

/** Of text, in one transaction. */
export const COMMIT_BYTES = 32 << 20;
const COMMIT_ROWS = 100_000;

export type Reading = {
  index: AlertIndex;
  reader: AlertReader;
  commitBytes: number;
  drop: (logs: Log[]) => Promise<void>;
  /** Told after each transaction; false stops. */
  onProgress: (onDisk: number) => Promise<boolean>;
};

/** True when all of the file is in. */
export async function readLog(found: FoundLog, reading: Reading): Promise<boolean> {
  const { index, reader, commitBytes, onProgress } = reading;
  const head = await readHead(found);
  const match = await matchNow(found, head, reading);
  const isOver = !found.isActive;
  if (match.kind === 'copy') return true;
  const name = match.kind === 'new' || dayOf(match.log.name) === null ? found.name : match.log.name;
  if (match.kind === 'read' && match.log.ended === isOver && match.log.name === name) return true;
  const first: Log =
    match.kind === 'new'
      ? index.newLog({ name: found.name, inode: found.inode })
      : { ...match.log, name, inode: found.isGz ? match.log.inode : found.inode };
  const from = match.kind === 'known' ? match.from : first.readTo;
  const feeder = new LineFeeder(reader, from);
  let log = first;
  const commit = async (ended: boolean) => {
    const headLength = Math.min(head.length, feeder.readTo);
    log = {
      ...{ ...log, ended, readTo: feeder.readTo, headLength, head: hashHead(head, headLength) },
      tail: await hashTail(found, feeder.readTo),
      alerts: log.alerts + reader.rows.count,
      unreadable: log.unreadable + reader.unreadable,
    };
    await index.add(log, reader);
    reader.clear();
  };
  try {
    let committed = from;
    for await (const { bytes, onDisk } of match.kind === 'read' ? [] : readBytes(found, from)) {
      feeder.feed(bytes);
      if (feeder.readTo - committed < commitBytes && reader.rows.count < COMMIT_ROWS) continue;
      committed = feeder.readTo;
      await commit(false);
      if (!(await onProgress(onDisk))) return false;
    }
    if (isOver) feeder.finish();
    if (isChanged(match, log) || feeder.readTo !== log.readTo || log.ended !== isOver) await commit(isOver);
    return true;
  } catch (thrown) {
    // What came before the damage is whole lines, and counts.
    if (found.isGz && feeder.readTo > log.readTo) await commit(false);
    throw thrown;
  } finally {
    reader.clear();
  }
}

const isChanged = (match: Match, { name, inode }: Log): boolean =>
  match.kind !== 'new' && (match.log.name !== name || match.log.inode !== inode);

/** Text that was replaced behind the same beginning is read again: what the file says now is what counts. */
async function matchNow(found: FoundLog, head: Buffer, { index, drop }: Reading): Promise<Match> {
  const headHash = (length: number) => (length <= head.length ? hashHead(head, length) : null);
  const textLength = found.isGz ? await gzTextLength(found.path) : null;
  const match = matchLog({ ...found, headHash, textLength }, [...index.logs.values()]);
  if (match.kind === 'new' || match.log.tail === '' || found.isGz || found.size < match.log.readTo) return match;
  if ((await hashTail(found, match.log.readTo)) === match.log.tail) return match;
  await drop([match.log]);
  return { kind: 'new' };
}
