/*
 * The bytes of every version that Riposte has met or written, once per content.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../state/database.ts';

/** sha256 in hex. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps the bytes; returns their sha256. */
export function saveContent(database: Database, bytes: Uint8Array): string {
  const sha256 = sha256Of(bytes);
  database
    .prepare('INSERT INTO contents (sha256, bytes, first_seen) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(sha256, bytes, Date.now());
  return sha256;
}

/** The bytes; null when they were never kept, or are no longer what they were. */
export function loadContent(database: Database, sha256: string): Uint8Array | null {
  const row = database.prepare('SELECT bytes FROM contents WHERE sha256 = ?').get(sha256);
  const bytes = row ? (row.bytes as Uint8Array) : null;
  return bytes && sha256Of(bytes) === sha256 ? bytes : null;
}
