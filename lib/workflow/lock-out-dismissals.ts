/*
 * Addresses of our own that somebody said may stay off the white list, each with a reason. Owns the table lock_out_dismissals.
 */
import type { Database } from '../state/database.ts';

export type Dismissal = { address: string; reason: string; person: string; dismissedAt: number };

export function loadDismissals(database: Database): Map<string, Dismissal> {
  const rows = database.prepare('SELECT address, reason, person, dismissed_at FROM lock_out_dismissals').all();
  return new Map(
    rows.map((row) => {
      const address = String(row.address);
      const { reason, person, dismissed_at: at } = row;
      return [address, { address, reason: String(reason), person: String(person), dismissedAt: Number(at) }];
    }),
  );
}

type Asked = { addresses: readonly string[]; reason: string; person: string };

export function dismissAddresses(database: Database, { addresses, reason, person }: Asked): void {
  const insert = database.prepare(
    `INSERT INTO lock_out_dismissals (address, reason, person, dismissed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (address) DO UPDATE SET reason = excluded.reason, person = excluded.person,
     dismissed_at = excluded.dismissed_at`,
  );
  for (const address of addresses) insert.run(address, reason, person, Date.now());
}

export function guardAgain(database: Database, address: string): void {
  database.prepare('DELETE FROM lock_out_dismissals WHERE address = ?').run(address);
}
