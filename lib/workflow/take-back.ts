/*
 * The stories that take something out of a draft: take changes back, discard it, undo a step, go on with a changed file.
 */
import { randomUUID } from 'node:crypto';
import type { Change } from '../ossec/index.ts';
import { gone, strip } from './change-draft.ts';
import { type DraftChange, loadDraft, saveDraft } from './draft.ts';
import { type DraftOutcome, refused, revisionOf, storeDraft, withDraft } from './draft-transaction.ts';
import { rememberConfirmed } from './guard-all.ts';
import { inOrder, renameInDraft } from './merge-change.ts';
import type { Workspace } from './workspace.ts';

/** Takes changes back. A command that other changes of the draft need stays, and the refusal says so. */
export function takeBack(workspace: Workspace, ids: readonly string[]): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    const changes = fresh.draft?.changes ?? [];
    const taken = new Set(ids);
    if (!changes.some(({ id }) => taken.has(id))) return gone;
    const left = without(changes.map(strip), taken);
    const needed = neededBy(changes, taken, left);
    if (needed) return needed;
    // A conflict keeps the draft from planning whatever is left: it must be possible to take changes back one by one.
    const hasConflicts = changes.some(({ id, conflict }) => conflict !== null && !taken.has(id));
    return hasConflicts ? keepAsMade(fresh, taken) : storeDraft(fresh, left);
  });
}

/** The changes that stay; responses go back to the old name of a command whose renaming is taken back. */
function without(changes: readonly DraftChange[], taken: ReadonlySet<string>): DraftChange[] {
  let left = changes.filter(({ id }) => !taken.has(id));
  for (const { id, change } of changes) {
    if (!taken.has(id) || change.op !== 'edit-command' || change.set.name === undefined) continue;
    left = renameInDraft(left, change.set.name, change.name);
  }
  return left;
}

const uses = ({ change }: DraftChange, name: string): boolean =>
  (change.op === 'add-response' && change.response.command === name) ||
  (change.op === 'edit-response' && change.set.command === name);

function neededBy(
  changes: readonly DraftChange[],
  taken: ReadonlySet<string>,
  left: readonly DraftChange[],
): DraftOutcome | null {
  for (const { id, change } of changes) {
    if (!taken.has(id) || change.op !== 'add-command') continue;
    const { name } = change.command;
    const users = left.filter((one) => uses(one, name)).length;
    if (users === 0) continue;
    return refused({
      code: 'command-in-use',
      message: `${users === 1 ? '1 other change of your draft uses' : `${users} other changes of your draft use`} ${name}.`,
      hint: 'Take them back first, or together with the command.',
      line: null,
    });
  }
  return null;
}

/** What is left stays against the file it was made on: places in it mean that file, not the one of today. */
function keepAsMade({ database, person }: Workspace, taken: ReadonlySet<string>): DraftOutcome {
  const draft = loadDraft(database, person);
  if (!draft) return gone;
  const left = without(draft.changes, taken);
  saveDraft(database, { ...draft, changes: left, savedAt: Date.now() });
  const previous = draft.changes.map(({ change }) => change);
  return { status: 'saved', count: left.length, previous, revision: revisionOf(left) };
}

/** Throws the whole draft away; gives back its changes for an undo. */
export function discardDraft(workspace: Workspace): { discarded: Change[]; revision: string } {
  return withDraft(workspace, ({ database, person, draft }) => {
    const changes = draft?.changes ?? loadDraft(database, person)?.changes ?? [];
    rememberConfirmed(person, changes);
    saveDraft(database, { person, baseSha256: '', changes: [], savedAt: Date.now() });
    return { discarded: changes.map(({ change }) => change), revision: revisionOf([]) };
  });
}

/** The undo of any step: the list of changes from before it. Refused when the draft is no longer at `revision`. */
export function restoreDraft(workspace: Workspace, changes: readonly Change[], revision?: string): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    if (revision !== undefined && revision !== revisionOf(fresh.draft?.changes ?? [])) {
      return refused({
        code: 'draft-changed',
        message: 'Your draft was changed since, perhaps in another window.',
        hint: 'Take back the single change on Review instead.',
        line: null,
      });
    }
    const draft = changes.map((change) => ({ id: randomUUID(), change, madeAt: Date.now() }));
    return storeDraft(fresh, inOrder(draft));
  });
}

/** Accepts the file as it is now as the draft's base; changes in conflict are dropped. */
export function adoptFile(workspace: Workspace): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    const changes = (fresh.draft?.changes ?? []).filter(({ conflict }) => conflict === null).map(strip);
    return storeDraft(fresh, changes);
  });
}
