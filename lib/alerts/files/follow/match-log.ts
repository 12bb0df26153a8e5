/*
 * Decides what of a file is new, from what was read of it before: a file is known by its inode or its name, and by its first
 * bytes. Pure.
 */
import type { Log } from '../store/segments.ts';
import type { FoundLog } from './find-logs.ts';

export type FileNow = Pick<FoundLog, 'name' | 'inode' | 'isGz' | 'size'> & {
  /** Of as many first bytes as asked for; null when the file has fewer. */
  headHash: (length: number) => string | null;
  /** The text's length by 2^32, for compressed files. */
  textLength: number | null;
};

export type Match =
  /** Never read: from its beginning. */
  | { kind: 'new' }
  /** Goes on behind what was read; `from` is where. */
  | { kind: 'known'; log: Log; from: number }
  /** All of it is in. */
  | { kind: 'read'; log: Log }
  /** All of it is in, from another file. */
  | { kind: 'copy'; log: Log };

const FOUR_GIB = 2 ** 32;

export function matchLog(file: FileNow, logs: readonly Log[]): Match {
  const isSame = (log: Log) => log.headLength > 0 && file.headHash(log.headLength) === log.head;
  const isNamed = (log: Log) => log.name === file.name;
  const isInode = (log: Log) => !file.isGz && log.inode === file.inode;
  const candidates = newestFirst(logs).filter(
    (log) => isSame(log) || (log.headLength === 0 && (isNamed(log) || isInode(log))),
  );
  // What begins with the same text is the same, whatever it is called: copies, and archives beside alerts.json.
  const log = candidates.find(isInode) ?? candidates.find(isNamed) ?? candidates[0];
  if (log === undefined) return { kind: 'new' };
  if (file.isGz) {
    const isAllIn = file.textLength === log.readTo % FOUR_GIB;
    return isAllIn ? { kind: 'read', log } : { kind: 'known', log, from: log.readTo };
  }
  // A copy that has no more than was read; the file itself may have been cut short, and what comes now comes behind that.
  if (!isInode(log) && file.size <= log.readTo) return { kind: 'copy', log };
  const from = Math.min(log.readTo, file.size);
  return from === file.size && log.readTo === file.size ? { kind: 'read', log } : { kind: 'known', log, from };
}

const newestFirst = (logs: readonly Log[]): Log[] => logs.toSorted((a, b) => b.log - a.log);
