/*
 * Only one process drives an apply. The lock is one that the kernel gives back when its holder dies, however it dies: an
 * exclusive transaction on a small SQLite file beside the database. Knows nothing about applies.
 */
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Database } from '../../state/database.ts';

export type ApplyLock = { release(): void };

/** Databases in memory belong to one process anyway. */
const heldInMemory = new WeakSet<Database>();

/** The lock; null while somebody else holds it, in this process or in another one with the same state directory. */
export function tryApplyLock(database: Database): ApplyLock | null {
  const path = database.location();
  return path === null ? lockInMemory(database) : lockFile(join(dirname(path), 'apply-lock.db'));
}

function lockInMemory(database: Database): ApplyLock | null {
  if (heldInMemory.has(database)) return null;
  heldInMemory.add(database);
  return { release: () => void heldInMemory.delete(database) };
}

function lockFile(path: string): ApplyLock | null {
  // Nothing else may ever open and close this file: that would drop the kernel's locks of the whole process.
  const file = new DatabaseSync(path);
  try {
    file.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
    return { release: () => file.close() };
  } catch (thrown) {
    file.close();
    if (isBusy(thrown)) return null;
    throw thrown;
  }
}

/** SQLITE_BUSY, with or without an extended code. */
const isBusy = (thrown: unknown): boolean =>
  ((thrown as { errcode?: number }).errcode ?? 0) % 256 === 5 || /database is locked/.test(String(thrown));
