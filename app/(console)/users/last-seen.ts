import 'server-only';
import { listSessions } from '@/lib/auth/sessions';
import type { Database } from '@/lib/state/database';

/** When the person was there last: in a session, or for what the audit log has. Null when never. */
export function lastSeenAt(database: Database, person: string): number | null {
  const row = database.prepare('SELECT MAX(at) AS at FROM audit WHERE person = ?').get(person);
  const times = [...listSessions(database, person).map(({ seenAt }) => seenAt), Number(row?.at ?? 0)];
  return Math.max(...times) || null;
}
