/*
 * One-time links: the first start, and a new password. Kept in the table sign_in_links by their hash. Knows no page and no
 * address.
 */
import { type Database, inTransaction } from '../state/database.ts';
import { hashOfSecret, isSecret, newSecret } from './secret-id.ts';

const HOUR = 60 * 60_000;
export const LINK_MS = HOUR;

/** `setup` makes the first administrator, `password` lets a person set a password: invited, or the old one is lost. */
export type LinkKind = 'setup' | 'password';
export type Link = { kind: LinkKind; person: string | null; expiresAt: number };

type NewLink = { kind: LinkKind; person?: string; forMs?: number };

/** Makes a link and answers its secret. Only the newest of its kind and person is good. */
export function makeLink(database: Database, link: NewLink, now = Date.now()): string {
  const { kind, person = null, forMs = LINK_MS } = link;
  const secret = newSecret();
  inTransaction(database, () => {
    database
      .prepare('DELETE FROM sign_in_links WHERE expires_at <= ? OR (kind = ? AND person IS ?)')
      .run(now, kind, person);
    database
      .prepare('INSERT INTO sign_in_links (token_hash, kind, person, expires_at) VALUES (?, ?, ?, ?)')
      .run(hashOfSecret(secret), kind, person, now + forMs);
  });
  return secret;
}

/** What a link is for, while it is good; looking does not use it up: mail programs look ahead. */
export function readLink(database: Database, secret: unknown, now = Date.now()): Link | null {
  if (typeof secret !== 'string' || !isSecret(secret)) return null;
  const row = database
    .prepare(
      'SELECT kind, person, expires_at FROM sign_in_links WHERE token_hash = ? AND used_at IS NULL AND expires_at > ? AND kind IN (?, ?)',
    )
    .get(hashOfSecret(secret), now, 'setup', 'password');
  if (!row) return null;
  return {
    kind: row.kind as LinkKind,
    person: row.person as string | null,
    expiresAt: Number(row.expires_at),
  };
}

/** Uses a link of this kind up; null when it is no good any more. */
export function takeLink(database: Database, secret: unknown, kind: LinkKind, now = Date.now()): Link | null {
  return inTransaction(database, () => {
    const link = readLink(database, secret, now);
    if (link?.kind !== kind) return null;
    database
      .prepare('UPDATE sign_in_links SET used_at = ? WHERE token_hash = ?')
      .run(now, hashOfSecret(String(secret)));
    return link;
  });
}
