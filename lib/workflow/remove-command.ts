/*
 * Deleting a command together with the responses that use it: those of the file are removed, those that only the draft has
 * are taken back. All of it or nothing, and one undo for all of it.
 */
import type { Change } from '../ossec/index.ts';
import { addToDraft } from './change-draft.ts';
import { loadDraft, saveDraft } from './draft.ts';
import { type DraftOutcome, withDraft } from './draft-transaction.ts';
import { takeBack } from './take-back.ts';
import { refreshDraft, type Workspace } from './workspace.ts';

export type Removal = Extract<Change, { op: 'remove-response' | 'remove-command' }>;

/** `removals` are of the file, `ids` are changes of the draft: as the person saw them listed. */
export function removeCommandWithUsers(
  workspace: Workspace,
  removals: readonly Removal[],
  ids: readonly string[],
): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    const { database, person } = fresh;
    const before = loadDraft(database, person);
    const previous = (before?.changes ?? []).map(({ change }) => change);
    // Whoever uses the command goes first, the command last: no step leaves a draft that would not plan.
    const users = removals.filter(({ op }) => op === 'remove-response');
    const commands = removals.filter(({ op }) => op === 'remove-command');
    const steps = [
      users.length > 0 && (() => addToDraft(refreshDraft(fresh), users)),
      ids.length > 0 && (() => takeBack(refreshDraft(fresh), ids)),
      commands.length > 0 && (() => addToDraft(refreshDraft(fresh), commands)),
    ].filter((step) => step !== false);
    let outcome: DraftOutcome = nothing;
    for (const step of steps) {
      outcome = step();
      if (outcome.status === 'saved') continue;
      saveDraft(database, before ?? { person, baseSha256: '', changes: [], savedAt: Date.now() });
      return outcome;
    }
    return outcome.status === 'saved' ? { ...outcome, previous } : outcome;
  });
}

const nothing: DraftOutcome = {
  status: 'refused',
  code: 'no-such-change',
  message: 'There is nothing to delete.',
  hint: 'Reload the page.',
  line: null,
};
