/*
 * How often somebody may try to sign in: counted for the account and for the address, in the database, so that a restart
 * forgets nothing. Owns the table sign_in_failures. Locks nobody out for good: that would be a weapon of its own.
 */
import { type Database, inTransaction } from '../state/database.ts';

const WINDOW_MS = 15 * 60_000;
/** Free tries, then each further one doubles the wait. */
const FREE = { account: 5, address: 20 };
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 15 * 60_000;

export type Who = { login: string; address: string };

const keysOf = ({ login, address }: Who) => [
  { key: `account ${login.toLowerCase().slice(0, 100)}`, free: FREE.account },
  { key: `address ${address.slice(0, 100)}`, free: FREE.address },
];

/** How long this one has to wait before the next try, in milliseconds; 0 when they may try now. */
export function waitBeforeSignIn(database: Database, who: Who, now = Date.now()): number {
  return Math.max(
    ...keysOf(who).map(({ key, free }) => {
      const row = database
        .prepare('SELECT COUNT(*) AS count, MAX(at) AS last FROM sign_in_failures WHERE key = ? AND at > ?')
        .get(key, now - WINDOW_MS) as { count: number; last: number | null };
      if (row.count < free || row.last === null) return 0;
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (row.count - free), LONGEST_WAIT_MS);
      return Math.max(0, row.last + wait - now);
    }),
  );
}

/** One more try that failed. What no longer counts is forgotten. */
export function recordFailure(database: Database, who: Who, now = Date.now()): void {
  database.prepare('DELETE FROM sign_in_failures WHERE at <= ?').run(now - WINDOW_MS);
  for (const { key } of keysOf(who))
    database.prepare('INSERT INTO sign_in_failures (key, at) VALUES (?, ?)').run(key, now);
}

/** It was the right one: the account starts anew. The address does not: it may be trying others. */
export function forgetFailures(database: Database, { login }: Pick<Who, 'login'>): void {
  database.prepare('DELETE FROM sign_in_failures WHERE key = ?').run(`account ${login.toLowerCase().slice(0, 100)}`);
}

/** Takes one try: how long to wait, or the try itself, counted as failed until `forgetTry`. */
export function takeTry(database: Database, who: Who, now = Date.now()): { waitMs: number; at: number } {
  return inTransaction(database, () => {
    const waitMs = waitBeforeSignIn(database, who, now);
    if (waitMs === 0) recordFailure(database, who, now);
    return { waitMs, at: now };
  });
}

/** The try was no failure. What the address tried at other times stays counted. */
export function forgetTry(database: Database, who: Who, at: number): void {
  forgetFailures(database, who);
  for (const { key } of keysOf(who)) {
    database.prepare('DELETE FROM sign_in_failures WHERE key = ? AND at = ?').run(key, at);
  }
}
