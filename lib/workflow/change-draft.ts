/*
 * The stories of a draft: add a change, replace what it adds, take one back, discard it, carry it over to a changed file.
 * A draft that would not plan is never stored: the change is refused instead, with the planner's words.
 */
import { randomUUID } from 'node:crypto';
import { saveContent } from '../history/contents.ts';
import { type Change, planChanges, type Refusal } from '../ossec/index.ts';
import { type DraftChange, saveDraft } from './draft.ts';
import { inOrder, mergeChange, renameInDraft, targetOf } from './merge-change.ts';
import type { RebasedChange } from './rebase-changes.ts';
import type { Workspace } from './workspace.ts';

export type DraftOutcome =
  | { status: 'saved'; count: number; previous: Change[] }
  | { status: 'refused'; code: string; message: string; hint: string; line: number | null };

const refused = (refusal: Pick<Refusal, 'code' | 'message' | 'hint' | 'line'>): DraftOutcome => ({
  status: 'refused',
  code: refusal.code,
  message: refusal.message,
  hint: refusal.hint,
  line: refusal.line,
});

const previousOf = ({ draft }: Workspace): Change[] => (draft?.changes ?? []).map(({ change }) => change);

/** Stores the changes if they plan against the file as it is. `previous` is what an undo brings back. */
function store(workspace: Workspace, changes: readonly DraftChange[]): DraftOutcome {
  const { config, file, database, person } = workspace;
  if (!config || !file) {
    return refused({
      code: 'file-not-editable',
      message: 'The configuration cannot be read.',
      hint: 'Reload the page.',
      line: null,
    });
  }
  const plan = planChanges(
    config,
    changes.map(({ change }) => change),
  );
  if (!plan.ok) return refused(plan.refused[0] as Refusal);
  saveContent(database, file.bytes);
  saveDraft(database, { person, baseSha256: file.sha256, changes: [...changes], savedAt: Date.now() });
  return { status: 'saved', count: changes.length, previous: previousOf(workspace) };
}

/** The draft's changes; a draft with conflicts takes no new change until they are settled on Review. */
function current(workspace: Workspace): readonly RebasedChange[] | null {
  const changes = workspace.draft?.changes ?? [];
  return changes.some(({ conflict }) => conflict !== null) ? null : changes;
}

const unsettled: DraftOutcome = {
  status: 'refused',
  code: 'draft-conflict',
  message: 'ossec.conf was changed outside Riposte, and your draft does not fit it any more.',
  hint: 'Open Review, settle the conflicts, then make this change again.',
  line: null,
};

/** Adds changes to the draft, all or none. */
export function addToDraft(workspace: Workspace, changes: readonly Change[]): DraftOutcome {
  return updateDraft(workspace, (draft) => addAll(draft, changes));
}

/**
 * What a form says of a block replaces what the draft said of it: `changes` are the whole difference from the file, none
 * when the form says what the file says. `target` is the block's key (targetOf).
 */
export function replaceForTarget(workspace: Workspace, target: string, changes: readonly Change[]): DraftOutcome {
  return updateDraft(workspace, (draft) => {
    const left = draft.filter(({ change }) => targetOf(change) !== target || change.op.startsWith('remove-'));
    const isRenamed = changes.some((change) => change.op === 'edit-command' && change.set.name !== undefined);
    const old = draft.find(({ change }) => targetOf(change) === target)?.change;
    const followed =
      !isRenamed && old?.op === 'edit-command' && old.set.name !== undefined
        ? renameInDraft(left, old.set.name, old.name)
        : left;
    return addAll(followed, changes, draft);
  });
}

/** Replaces what an add-change of the draft adds, along with further changes (a command defined on the spot). */
export function replaceAdded(
  workspace: Workspace,
  id: string,
  change: Change,
  others: readonly Change[] = [],
): DraftOutcome {
  const old = workspace.draft?.changes.find((one) => one.id === id)?.change;
  if (!old || old.op !== change.op) return gone;
  return updateDraft(workspace, (draft) => {
    const replaced = draft.map((one) => (one.id === id ? { ...one, change, madeAt: Date.now() } : one));
    const followed =
      old.op === 'add-command' && change.op === 'add-command'
        ? renameInDraft(replaced, old.command.name, change.command.name)
        : replaced;
    return addAll(followed, others);
  });
}

function updateDraft(workspace: Workspace, update: (draft: DraftChange[]) => DraftChange[]): DraftOutcome {
  const known = current(workspace);
  if (!known) return unsettled;
  return store(workspace, dropNoOps(workspace, inOrder(update(known.map(strip)))));
}

/** `before` knows the names that commands have had so far; the draft itself unless its edits were just taken out. */
function addAll(
  draft: DraftChange[],
  changes: readonly Change[],
  before: readonly DraftChange[] = draft,
): DraftChange[] {
  let result = draft;
  for (const change of changes) {
    result = mergeChange(result, { id: randomUUID(), change, madeAt: Date.now() });
    if (change.op === 'edit-command' && change.set.name !== undefined) {
      result = renameInDraft(result, currentName(before, change.name), change.set.name);
    }
  }
  return result;
}

/** The name a command has in the draft: the responses in it already use that one. */
function currentName(changes: readonly DraftChange[], name: string): string {
  const edit = changes.find(({ change }) => change.op === 'edit-command' && change.name === name)?.change;
  return edit?.op === 'edit-command' ? (edit.set.name ?? name) : name;
}

/** An edit back to what the file says is no change. */
function dropNoOps({ config }: Workspace, draft: DraftChange[]): DraftChange[] {
  return draft.filter(({ change }) => {
    if (!config || (change.op !== 'edit-response' && change.op !== 'edit-command')) return true;
    const plan = planChanges(config, [change]);
    return !plan.ok || plan.edits.length > 0;
  });
}

const strip = ({ id, change, madeAt }: DraftChange): DraftChange => ({ id, change, madeAt });

const gone: DraftOutcome = {
  status: 'refused',
  code: 'no-such-change',
  message: 'This change is no longer in your draft.',
  hint: 'It was taken back in another window. Reload the page.',
  line: null,
};

/** Takes changes back. A command that other changes of the draft need stays, and the refusal says so. */
export function takeBack(workspace: Workspace, ids: readonly string[]): DraftOutcome {
  const changes = workspace.draft?.changes ?? [];
  if (!changes.some(({ id }) => ids.includes(id))) return gone;
  let left: DraftChange[] = changes.filter(({ id }) => !ids.includes(id)).map(strip);
  for (const { id, change } of changes) {
    if (!ids.includes(id) || change.op !== 'edit-command' || change.set.name === undefined) continue;
    left = renameInDraft(left, change.set.name, change.name);
  }
  // A conflict keeps the draft from planning whatever is left: it must be possible to take changes back one by one.
  const hasConflicts = changes.some(({ id, conflict }) => conflict !== null && !ids.includes(id));
  return hasConflicts ? keepAsIs(workspace, changes, ids) : store(workspace, left);
}

function keepAsIs(
  { database, person, file }: Workspace,
  changes: readonly RebasedChange[],
  ids: readonly string[],
): DraftOutcome {
  const left = changes.filter(({ id }) => !ids.includes(id)).map(strip);
  saveDraft(database, {
    person,
    baseSha256: baseOf(database, person) ?? file?.sha256 ?? '',
    changes: left,
    savedAt: Date.now(),
  });
  return { status: 'saved', count: left.length, previous: changes.map(({ change }) => change) };
}

function baseOf(database: Workspace['database'], person: string): string | null {
  const row = database.prepare('SELECT base_sha256 FROM drafts WHERE person = ?').get(person);
  return row ? String(row.base_sha256) : null;
}

/** Throws the whole draft away; gives back its changes for an undo. */
export function discardDraft({ database, person, draft }: Workspace): Change[] {
  saveDraft(database, { person, baseSha256: '', changes: [], savedAt: Date.now() });
  return (draft?.changes ?? []).map(({ change }) => change);
}

/** Brings the draft back to an earlier list of changes: the undo of any step. */
export function restoreDraft(workspace: Workspace, changes: readonly Change[]): DraftOutcome {
  const draft = changes.map((change) => ({ id: randomUUID(), change, madeAt: Date.now() }));
  return store(workspace, inOrder(draft));
}

/** Accepts the file as it is now as the draft's base; changes in conflict are dropped. */
export function adoptFile(workspace: Workspace): DraftOutcome {
  const changes = (workspace.draft?.changes ?? []).filter(({ conflict }) => conflict === null).map(strip);
  return store(workspace, changes);
}
