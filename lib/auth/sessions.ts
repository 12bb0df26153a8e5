/*
 * Sessions: on the server, by the hash of what the cookie carries. Owns the table sessions, their limits and their rotation.
 * Knows no cookie and no password.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '../state/database.ts';
import { hashOfSecret, isSecret, newSecret } from './secret-id.ts';

const MINUTE = 60_000;
/** Nobody was there for so long. */
export const IDLE_MS = 60 * MINUTE;
/** Whatever was done in it. */
export const ABSOLUTE_MS = 12 * 60 * MINUTE;
/** A stolen cookie is of use for so long at most, while its owner goes on. */
const ROTATE_MS = 15 * MINUTE;
/** Requests that were under way carry the id from before. */
const OVERLAP_MS = MINUTE;
/** After a proof of who one is, dangerous things may be done for so long. */
export const PROVED_MS = 10 * MINUTE;
/** Not each poll has to be a write. */
const SEEN_EVERY_MS = MINUTE;

export type Session = {
  /** What pages and the audit log may say. */
  publicId: string;
  person: string;
  createdAt: number;
  seenAt: number;
  provedAt: number;
  address: string;
  agent: string;
};

type From = Pick<Session, 'address' | 'agent'>;

const toSession = (row: Record<string, unknown>): Session => ({
  publicId: String(row.public_id),
  person: String(row.person),
  createdAt: Number(row.created_at),
  seenAt: Number(row.seen_at),
  provedAt: Number(row.proved_at),
  address: String(row.address),
  agent: String(row.agent),
});

/** Opens a session for somebody who has just proved who they are; answers the secret for the cookie. */
export function openSession(database: Database, person: string, { address, agent }: From, now = Date.now()): string {
  const secret = newSecret();
  database
    .prepare(
      `INSERT INTO sessions (id_hash, public_id, person, created_at, seen_at, rotated_at, proved_at, address, agent)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(hashOfSecret(secret), randomUUID(), person, now, now, now, now, address.slice(0, 100), agent.slice(0, 200));
  return secret;
}

/** The live session behind a cookie; null for none, an ended one, and everything that is no secret of ours. */
export function findSession(database: Database, secret: string | undefined, now = Date.now()): Session | null {
  if (secret === undefined || !isSecret(secret)) return null;
  const hash = hashOfSecret(secret);
  const row = database
    .prepare(
      `SELECT * FROM sessions WHERE (id_hash = :hash OR (previous_hash = :hash AND rotated_at > :overlap))
         AND seen_at > :idle AND created_at > :absolute`,
    )
    .get({ hash, overlap: now - OVERLAP_MS, idle: now - IDLE_MS, absolute: now - ABSOLUTE_MS });
  return row ? toSession(row) : null;
}

/** A live session by its public id. */
export function loadSession(database: Database, publicId: string, now = Date.now()): Session | null {
  const row = database
    .prepare('SELECT * FROM sessions WHERE public_id = ? AND seen_at > ? AND created_at > ?')
    .get(publicId, now - IDLE_MS, now - ABSOLUTE_MS);
  return row ? toSession(row) : null;
}

/** Remembers that somebody was there. Polls by themselves do not count: they must not keep a session alive. */
export function touchSession(
  database: Database,
  { publicId, seenAt }: Pick<Session, 'publicId' | 'seenAt'>,
  now = Date.now(),
): void {
  if (now - seenAt < SEEN_EVERY_MS) return;
  database.prepare('UPDATE sessions SET seen_at = ? WHERE public_id = ?').run(now, publicId);
}

/** A new secret for the cookie when the old one has served long enough; null when it may stay. */
export function rotateSession(
  database: Database,
  { publicId }: Pick<Session, 'publicId'>,
  now = Date.now(),
): string | null {
  const secret = newSecret();
  const { changes } = database
    .prepare(
      `UPDATE sessions SET previous_hash = id_hash, id_hash = ?, rotated_at = ? WHERE public_id = ? AND rotated_at <= ?`,
    )
    .run(hashOfSecret(secret), now, publicId, now - ROTATE_MS);
  return changes === 1 ? secret : null;
}

/** Somebody has just proved again who they are. */
export function proveSession(database: Database, publicId: string, now = Date.now()): void {
  database.prepare('UPDATE sessions SET proved_at = ? WHERE public_id = ?').run(now, publicId);
}

export const isProved = ({ provedAt }: Pick<Session, 'provedAt'>, now = Date.now()): boolean =>
  now - provedAt < PROVED_MS;

/** A person's live sessions, the latest first. */
export function listSessions(database: Database, person: string, now = Date.now()): Session[] {
  return database
    .prepare('SELECT * FROM sessions WHERE person = ? AND seen_at > ? AND created_at > ? ORDER BY seen_at DESC')
    .all(person, now - IDLE_MS, now - ABSOLUTE_MS)
    .map(toSession);
}

/** Ends one session of a person. False when there is none. */
export function endSession(database: Database, person: string, publicId: string): boolean {
  const { changes } = database.prepare('DELETE FROM sessions WHERE person = ? AND public_id = ?').run(person, publicId);
  return changes === 1;
}

/** Ends all sessions of a person, but for one where it is named. */
export function endSessions(database: Database, person: string, except = ''): void {
  database.prepare('DELETE FROM sessions WHERE person = ? AND public_id <> ?').run(person, except);
}

/** Forgets what is over. */
export function pruneSessions(database: Database, now = Date.now()): void {
  database.prepare('DELETE FROM sessions WHERE seen_at <= ? OR created_at <= ?').run(now - IDLE_MS, now - ABSOLUTE_MS);
}
