import 'server-only';
import { ExpiredCallout } from '@/components/white-list/expired-callout';
import { LockOutCallout } from '@/components/white-list/lock-out-callout';
import { plannedChanges } from '@/lib/workflow/draft-view';
import { loadLockOut } from '@/lib/workflow/load-lock-out';
import { expiredAmong, loadNotes } from '@/lib/workflow/white-list-notes';
import { listEntries } from '@/lib/workflow/white-list-rows';
import type { Workspace } from '@/lib/workflow/workspace';
import { addChanges, undoTo } from '../actions/draft';
import { dismissLockOut, protectOwnAddresses } from '../actions/white-list';
import { expiryWords } from '../format-time';
import { requestFrom } from '../request-from';

type Props = { workspace: Workspace; mayEdit: boolean };

/** On Overview: that a response could block who looks; of all other addresses the findings tell. */
export async function OwnLockOut({ workspace, mayEdit }: Props) {
  const lockOut = await loadLockOut(workspace, (await requestFrom()).address);
  const open = lockOut?.open.filter(({ what }) => what === 'you') ?? [];
  if (!lockOut || open.length === 0) return null;
  const actions = { protect: protectOwnAddresses, dismiss: dismissLockOut, undoTo };
  return <LockOutCallout lockOut={{ ...lockOut, open }} actions={mayEdit ? actions : null} />;
}

/** Entries of the file whose last day is over and that the draft keeps. */
export function ExpiredEntries({ workspace: { config, draft, database }, mayEdit }: Props) {
  if (!config) return null;
  const listed = listEntries(config.model, draft ? plannedChanges(draft) : []);
  const staying = listed.filter(({ mark }) => mark === null).map(({ address }) => address);
  const expired = expiredAmong(staying, loadNotes(database), Date.now());
  if (expired.length === 0) return null;
  const told = expired.map(({ address, expiresAt }) => ({ address, words: expiryWords(expiresAt ?? 0) }));
  return <ExpiredCallout link expired={told} actions={mayEdit ? { change: addChanges, undoTo } : null} />;
}
