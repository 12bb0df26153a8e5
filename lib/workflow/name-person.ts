/*
 * The story of a browser that gives itself a name: a new person, or another name for the one it has; and whose the draft is
 * afterwards. Knows no cookie.
 */
import { addPerson, LOCAL, renamePerson } from '../auth/people.ts';
import { type Database, inTransaction } from '../state/database.ts';
import { loadDraft, saveDraft } from './draft.ts';
import { giveSetAside } from './restore/set-aside.ts';

type Naming = { person: string; name: string; takeDraft: boolean };

/**
 * Names a person; returns the id that the browser has from now on. Whoever had no name becomes somebody new: with
 * `takeDraft` the draft and what was set aside come along, otherwise they stay with those who have no name.
 */
export function namePerson(database: Database, { person, name, takeDraft }: Naming): string {
  return inTransaction(database, () => {
    if (person !== LOCAL && renamePerson(database, person, name)) return person;
    const id = addPerson(database, name);
    if (!takeDraft) return id;
    giveSetAside(database, person, id);
    const draft = loadDraft(database, person);
    if (draft) {
      // The old one first: a change has one id, whoever's it is.
      saveDraft(database, { ...draft, changes: [], restoreSha256: null });
      saveDraft(database, { ...draft, person: id });
    }
    return id;
  });
}
