/*
 * Only one process drives an apply. The lock is one that the kernel gives back when its holder dies, however it dies: an
 * exclusive transaction on a small SQLite file beside the database. Knows nothing about applies.
 */
import { closeSync, existsSync, openSync } from 'node:fs';
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
  makePrivate(path);
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

/**
 * Who could open it could hold it. Only while it is not there yet: opening and closing a file drops the kernel's locks of
 * the whole process on it.
 */
function makePrivate(path: string): void {
  if (existsSync(path)) return;
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
  }
}

/** SQLITE_BUSY, with or without an extended code. */
const isBusy = (thrown: unknown): boolean =>
  ((thrown as { errcode?: number }).errcode ?? 0) % 256 === 5 || /database is locked/.test(String(thrown));
