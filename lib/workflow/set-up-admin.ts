/*
 * The first start: the link that was printed becomes the first administrator, who takes over the draft of the time before
 * there was a sign-in. Knows no cookie and no form.
 */
import { LOCAL } from '../auth/people.ts';
import { takeLink } from '../auth/sign-in-links.ts';
import { addUser, hasNoUsers } from '../auth/users.ts';
import { type Database, inTransaction } from '../state/database.ts';
import { loadDraft, saveDraft } from './draft.ts';

export type FirstAdmin = { token: string; name: string; login: string; passwordHash: string };

/** The id of the first administrator; null when the link is no good any more or there is somebody already. */
export function setUpAdmin(database: Database, { token, name, login, passwordHash }: FirstAdmin): string | null {
  return inTransaction(database, () => {
    if (!hasNoUsers(database) || !takeLink(database, token, 'setup')) return null;
    const person = addUser(database, { name, login, password: passwordHash, role: 'admin' });
    const draft = person && loadDraft(database, LOCAL);
    if (draft) {
      // The old one first: a change has one id, whoever's it is.
      saveDraft(database, { ...draft, changes: [], restoreSha256: null });
      saveDraft(database, { ...draft, person });
    }
    return person;
  });
}
