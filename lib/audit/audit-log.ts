/*
 * The audit log: who did what, append-only, each entry chained to the one before by its hash. Owns the table audit. Knows
 * no page and no workflow.
 */
import { createHash } from 'node:crypto';
import { type Database, inTransaction } from '../state/database.ts';

export type AuditEntry = {
  seq: number;
  /** Epoch milliseconds. */
  at: number;
  /** A person's id, or "riposte" for what Riposte did by itself. */
  person: string;
  /** kebab-case, e.g. "apply-started". */
  action: string;
  /** What it was about: numbers, names, hashes. Never a secret, never a whole file. */
  detail: Record<string, unknown>;
  previousHash: string;
  hash: string;
};

type NewEntry = Pick<AuditEntry, 'person' | 'action'> & { detail?: AuditEntry['detail'] };

/** The hash before the first entry. */
export const FIRST_HASH = '0'.repeat(64);

/** What the hash of an entry is taken of: the same text whoever asks. */
export const hashOf = (entry: Omit<AuditEntry, 'hash' | 'detail'> & { detail: string }): string =>
  createHash('sha256')
    .update(JSON.stringify([entry.seq, entry.at, entry.person, entry.action, entry.detail, entry.previousHash]))
    .digest('hex');

/** Adds an entry; inside a transaction it is part of that. */
export function addAudit(database: Database, { person, action, detail = {} }: NewEntry): void {
  inTransaction(database, () => {
    const last = database.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get();
    // A number is given out once: a log whose end was cut off must not close over the gap.
    const given = database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'audit'`).get();
    const entry = {
      seq: Math.max(Number(last?.seq ?? 0), Number(given?.seq ?? 0)) + 1,
      at: Date.now(),
      person,
      action,
      detail: JSON.stringify(detail),
      previousHash: String(last?.hash ?? FIRST_HASH),
    };
    database
      .prepare('INSERT INTO audit (seq, at, person, action, detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(entry.seq, entry.at, person, action, entry.detail, entry.previousHash, hashOf(entry));
  });
}
