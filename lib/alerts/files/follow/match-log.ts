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
  | { kind: 'read'; log: Log };

const FOUR_GIB = 2 ** 32;

export function matchLog(file: FileNow, logs: readonly Log[]): Match {
  const isSame = (log: Log) => log.headLength === 0 || file.headHash(log.headLength) === log.head;
  const byInode = file.isGz ? [] : logs.filter(({ inode }) => inode === file.inode);
  const byName = logs.filter(({ name }) => name === file.name);
  const log = [...newestFirst(byInode), ...newestFirst(byName)].find(isSame);
  if (log === undefined) return { kind: 'new' };
  if (file.isGz) {
    const isAllIn = file.textLength === log.readTo % FOUR_GIB;
    return isAllIn ? { kind: 'read', log } : { kind: 'known', log, from: log.readTo };
  }
  // It was cut short, and what is left of it was read: what comes now comes behind it.
  const from = Math.min(log.readTo, file.size);
  return from === file.size && log.readTo === file.size ? { kind: 'read', log } : { kind: 'known', log, from };
}

const newestFirst = (logs: readonly Log[]): Log[] => logs.toSorted((a, b) => b.log - a.log);
