/*
 * Between the right password and the code: a ticket that says whose password it was, for five minutes, and opens nothing by
 * itself. Kept by its hash among the one-time links, under a kind of its own. Knows no cookie.
 */
import type { Database } from '../state/database.ts';
import { hashOfSecret, isSecret, newSecret } from './secret-id.ts';
import { loadUser, type User } from './users.ts';

const KIND = 'second-factor';
export const TICKET_SECONDS = 300;

/** The cookie that carries it: HttpOnly, SameSite=Strict, gone after TICKET_SECONDS. */
export const TICKET_COOKIE = 'riposte-code';

/** A ticket for somebody whose password was right. */
export function giveTicket(database: Database, person: string, now = Date.now()): string {
  const ticket = newSecret();
  database.prepare('DELETE FROM sign_in_links WHERE kind = ? AND expires_at <= ?').run(KIND, now);
  database
    .prepare('INSERT INTO sign_in_links (token_hash, kind, person, expires_at) VALUES (?, ?, ?, ?)')
    .run(hashOfSecret(ticket), KIND, person, now + TICKET_SECONDS * 1000);
  return ticket;
}

/** Whose ticket it is; null when it is over, and for whoever may not sign in any more. */
export function readTicket(database: Database, ticket: string | undefined, now = Date.now()): User | null {
  if (ticket === undefined || !isSecret(ticket)) return null;
  const row = database
    .prepare('SELECT person FROM sign_in_links WHERE token_hash = ? AND kind = ? AND expires_at > ?')
    .get(hashOfSecret(ticket), KIND, now);
  const user = row ? loadUser(database, String(row.person)) : null;
  return user && user.disabledAt === null && user.hasSecondFactor ? user : null;
}

/** It has served. */
export function dropTicket(database: Database, ticket: string): void {
  database.prepare('DELETE FROM sign_in_links WHERE token_hash = ? AND kind = ?').run(hashOfSecret(ticket), KIND);
}
