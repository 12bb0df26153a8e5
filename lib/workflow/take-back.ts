/*
 * The stories that take something out of a draft: take changes back, discard it, undo a step, go on with a changed file.
 */
import { randomUUID } from 'node:crypto';
import type { Change } from '../ossec/index.ts';
import { gone, strip } from './change-draft.ts';
import { type DraftChange, loadDraft, saveDraft } from './draft.ts';
import {
  type DraftOutcome,
  type DraftSnapshot,
  MAX_DRAFT_CHANGES,
  refused,
  revisionIn,
  revisionOf,
  snapshotOf,
  storeDraft,
  withDraft,
} from './draft-transaction.ts';
import { rememberConfirmed } from './guard-all.ts';
import { inOrder, renameInDraft } from './merge-change.ts';
import { loadParsed, refreshDraft, type Workspace } from './workspace.ts';

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
function keepAsMade(workspace: Workspace, taken: ReadonlySet<string>): DraftOutcome {
  const { database, person } = workspace;
  const draft = loadDraft(database, person);
  if (!draft) return gone;
  const { changes } = draft;
  const left = without(changes, taken);
  saveDraft(database, { ...draft, changes: left, savedAt: Date.now() });
  rememberConfirmed(person, changes);
  const previous = changes.map(({ change }) => change);
  const revision = revisionIn(refreshDraft(workspace));
  return { status: 'saved', count: left.length, previous, revision, draft: snapshotOf(draft) };
}

/** Throws the whole draft away; gives back its changes for an undo, and the draft as it was stored. */
export function discardDraft(workspace: Workspace): { discarded: Change[]; revision: string; draft?: DraftSnapshot } {
  return withDraft(workspace, ({ database, person }) => {
    const stored = loadDraft(database, person);
    const changes = stored?.changes ?? [];
    rememberConfirmed(person, changes);
    saveDraft(database, { person, baseSha256: '', changes: [], savedAt: Date.now() });
    const discarded = changes.map(({ change }) => change);
    return { discarded, revision: revisionOf([]), ...(stored && { draft: snapshotOf(stored) }) };
  });
}

const changedSince: DraftOutcome = refused({
  code: 'draft-changed',
  message: 'Your draft was changed since, perhaps in another window.',
  hint: 'Take back the single change on Review instead.',
  line: null,
});

/** The undo of any step: the list of changes from before it. Refused when the draft is no longer at `revision`. */
export function restoreDraft(workspace: Workspace, changes: readonly Change[], revision?: string): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    if (revision !== undefined && revision !== revisionIn(fresh)) return changedSince;
    const draft = changes.map((change) => ({ id: randomUUID(), change, madeAt: Date.now() }));
    return storeDraft(fresh, inOrder(draft));
  });
}

/**
 * The undo of a step on a draft that was for another file than the one on disk: the draft as it was stored, conflicts and
 * all. Refused like restoreDraft, and when Riposte no longer has the files it was made on.
 */
export function restoreSnapshot(workspace: Workspace, draft: DraftSnapshot, revision?: string): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    const { database, person } = fresh;
    const before = fresh.draft?.changes ?? [];
    if (revision !== undefined && revision !== revisionIn(fresh)) return changedSince;
    const madeOn = new Set([draft.baseSha256, ...draft.changes.flatMap((one) => one.madeOn ?? [])]);
    const isLost = [...madeOn].some((sha256) => loadParsed(database, sha256) === null);
    if (isLost || draft.changes.length > MAX_DRAFT_CHANGES) return changedSince;
    saveDraft(database, { ...draft, person, savedAt: Date.now() });
    const now = refreshDraft(fresh);
    const previous = before.map(({ change }) => change);
    return { status: 'saved', count: draft.changes.length, previous, revision: revisionIn(now) };
  });
}

/** Accepts the file as it is now as the draft's base. Refused while changes are in conflict: none is dropped unasked. */
export function adoptFile(workspace: Workspace): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    const changes = fresh.draft?.changes ?? [];
    if (changes.every(({ conflict }) => conflict === null)) return storeDraft(fresh, changes.map(strip));
    return refused({
      code: 'draft-conflict',
      message: 'Some of your changes are in conflict with the file as it is now.',
      hint: 'Settle each of them first: keep theirs, or use yours.',
      line: null,
    });
  });
}
