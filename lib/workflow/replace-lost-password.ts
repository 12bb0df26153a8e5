/*
 * A password for whom a link was made: invited, or the old one is lost. Every session from before ends with it. Knows no
 * cookie and no form.
 */
import { addAudit } from '../audit/audit-log.ts';
import { endSessions } from '../auth/sessions.ts';
import { takeLink } from '../auth/sign-in-links.ts';
import { savePassword } from '../auth/users.ts';
import { type Database, inTransaction } from '../state/database.ts';

/** False when the link is no good any more. */
export function replaceLostPassword(database: Database, token: string, passwordHash: string): boolean {
  return inTransaction(database, () => {
    const person = takeLink(database, token, 'password')?.person;
    if (!person) return false;
    savePassword(database, person, passwordHash);
    endSessions(database, person);
    addAudit(database, { person, action: 'password-changed', detail: { how: 'link' } });
    return true;
  });
}
