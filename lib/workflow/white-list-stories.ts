/*
 * The stories that add to the white list: an entry with its note, and addresses of our own. The entry goes into the draft, the
 * note is kept at once; when the draft refuses, neither happens.
 */
import { entryFor } from '../ossec/white-list/entry-for.ts';
import { OWN_WORDS } from '../view/lock-out.ts';
import type { OwnAddress } from '../view/own-address.ts';
import { addToDraft } from './change-draft.ts';
import { type DraftOutcome, refused } from './draft-transaction.ts';
import { plannedChanges } from './draft-view.ts';
import { loadOwnAddresses } from './own-addresses.ts';
import { loadNotes, saveNote, type WhiteListNote } from './white-list-notes.ts';
import { listEntries } from './white-list-rows.ts';
import type { Workspace } from './workspace.ts';

type Note = Pick<WhiteListNote, 'note' | 'expiresAt'>;

export function addWithNote(workspace: Workspace, address: string, note: Note): DraftOutcome {
  const { config, database, draft, person } = workspace;
  const listed = config ? listEntries(config.model, draft ? plannedChanges(draft) : []) : [];
  const known = listed.find((entry) => entry.address === address && entry.mark !== '-');
  if (known) {
    const message = `${address} is in ${known.mark === '+' ? 'your draft' : 'the list'}.`;
    return refused({ code: 'white-list-entry', message, hint: 'Change its note there.', line: null });
  }
  const outcome = addToDraft(workspace, [{ op: 'add-white-list', address }]);
  const isNew = !listed.some((entry) => entry.address === address);
  if (outcome.status === 'saved') saveNote(database, { address, ...note, person }, isNew);
  return outcome;
}

/** Only what is ours: a page that is old must not put anything else into the list. */
export async function protectOwn(
  workspace: Workspace,
  addresses: readonly string[],
  adminAddress: string | null,
): Promise<DraftOutcome> {
  const own = await loadOwnAddresses(workspace, adminAddress);
  const chosen = own.filter(({ address }) => addresses.includes(address));
  if (chosen.length === 0) {
    const message = 'These are no longer addresses of ours.';
    return refused({ code: 'no-such-address', message, hint: 'Reload the page.', line: null });
  }
  const changes = chosen.map(({ address }) => ({ op: 'add-white-list' as const, address: entryFor(address) }));
  const outcome = addToDraft(workspace, changes);
  if (outcome.status === 'saved') noteOwn(workspace, chosen);
  return outcome;
}

function noteOwn({ database, person }: Workspace, own: readonly OwnAddress[]): void {
  const known = loadNotes(database);
  for (const { address, what, name } of own) {
    const entry = entryFor(address);
    const words = what === 'you' ? 'Address of the person who added it' : `Address of ${name ?? OWN_WORDS[what]}`;
    if (!known.has(entry)) saveNote(database, { address: entry, note: words, expiresAt: null, person }, true);
  }
}
