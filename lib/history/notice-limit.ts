/*
 * How many outside changes are kept: three at once, then one a minute, counted for all processes on one database. A file that
 * a loop rewrites every second must not fill the disk.
 */
import type { Database } from '../state/database.ts';

const MOST = 3;
const REFILL_MS = 60_000;
const KEY = 'history-notices';

type Bucket = { left: number; at: number };

export type Notice =
  | { granted: false }
  /** `isLast`: the next one has to wait. */
  | { granted: true; isLast: boolean };

/** Takes leave to keep one more version. Call it inside a transaction. */
export function takeNotice(database: Database, now: number): Notice {
  const { left, at } = refilled(loadBucket(database, now), now);
  if (left === 0) return { granted: false };
  database
    .prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(KEY, JSON.stringify({ left: left - 1, at }));
  return { granted: true, isLast: left === 1 };
}

function loadBucket(database: Database, now: number): Bucket {
  const row = database.prepare('SELECT value FROM settings WHERE key = ?').get(KEY);
  return row ? JSON.parse(String(row.value)) : { left: MOST, at: now };
}

/** A clock that was set back starts anew: it must not stop the count for hours. */
function refilled({ left, at }: Bucket, now: number): Bucket {
  if (now < at) return { left, at: now };
  const minutes = Math.floor((now - at) / REFILL_MS);
  const full = left + minutes >= MOST;
  return full ? { left: MOST, at: now } : { left: left + minutes, at: at + minutes * REFILL_MS };
}
