/*
 * The stories that put something into a draft: add a change, say anew what a block should be, replace what a change adds.
 * Knows names and what replaces what; storing is draft-transaction's business.
 */
import { randomUUID } from 'node:crypto';
import type { Change, ConfigModel } from '../ossec/index.ts';
import type { DraftChange } from './draft.ts';
import { type DraftOutcome, refused, storeDraft, withDraft } from './draft-transaction.ts';
import { dropNoOps } from './drop-no-ops.ts';
import { inOrder, mergeChange, renameInDraft, targetOf } from './merge-change.ts';
import type { Workspace } from './workspace.ts';

export const gone: DraftOutcome = refused({
  code: 'no-such-change',
  message: 'This change is no longer in your draft.',
  hint: 'It was taken back in another window. Reload the page.',
  line: null,
});

const unsettled: DraftOutcome = refused({
  code: 'draft-conflict',
  message: 'ossec.conf was changed outside Riposte, and your draft does not fit it any more.',
  hint: 'Open Review, settle the conflicts, then make this change again.',
  line: null,
});

/** A change as the draft keeps it, without what was found out about it. */
export const strip = ({ id, change, madeAt }: DraftChange): DraftChange => ({ id, change, madeAt });

/** Adds changes to the draft, all or none. */
export function addToDraft(workspace: Workspace, changes: readonly Change[]): DraftOutcome {
  return updateDraft(workspace, (draft, model) => addAll(draft, changes, model));
}

/**
 * What a form says of a block replaces what the draft said of it, a removal included: `changes` are the whole difference
 * from the file, none when the form says what the file says. `target` is the block's key (targetOf).
 */
export function replaceForTarget(workspace: Workspace, target: string, changes: readonly Change[]): DraftOutcome {
  return updateDraft(workspace, (draft, model) => {
    const left = draft.filter(({ change }) => targetOf(change) !== target);
    const old = draft.find(({ change }) => targetOf(change) === target)?.change;
    const isRenamed = changes.some((change) => change.op === 'edit-command' && change.set.name !== undefined);
    const followed =
      !isRenamed && old?.op === 'edit-command' && old.set.name !== undefined
        ? renameInDraft(left, old.set.name, old.name)
        : left;
    return addAll(followed, changes, model, draft);
  });
}

/** Replaces what an add-change of the draft adds, along with further changes (a command defined on the spot). */
export function replaceAdded(
  workspace: Workspace,
  id: string,
  change: Change,
  others: readonly Change[] = [],
): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    const old = fresh.draft?.changes.find((one) => one.id === id)?.change;
    if (!old || old.op !== change.op) return gone;
    return updateDraft(fresh, (draft, model) => {
      const replaced = draft.map((one) => (one.id === id ? { ...one, change, madeAt: Date.now() } : one));
      const followed =
        old.op === 'add-command' && change.op === 'add-command'
          ? renameInDraft(replaced, old.command.name, change.command.name)
          : replaced;
      return addAll(followed, others, model);
    });
  });
}

type Update = (draft: DraftChange[], model: ConfigModel) => DraftChange[];

/** A draft with conflicts takes no new change until they are settled on Review. */
function updateDraft(workspace: Workspace, update: Update): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    const { config, draft } = fresh;
    if (!config) return storeDraft(fresh, []);
    const known = draft?.changes ?? [];
    if (known.some(({ conflict }) => conflict !== null)) return unsettled;
    const before = known.map(strip);
    return storeDraft(fresh, dropNoOps(config, before, inOrder(update(before, config.model))));
  });
}

/** `before` knows the names that commands have had so far; the draft itself unless its edits were just taken out. */
function addAll(
  draft: DraftChange[],
  changes: readonly Change[],
  model: ConfigModel,
  before: readonly DraftChange[] = draft,
): DraftChange[] {
  let result = draft;
  let names = before;
  for (const asked of changes) {
    const change = byNameInFile(asked, names, model);
    const isNamed = change.op === 'edit-command' || change.op === 'remove-command';
    const called = isNamed ? currentName(names, change.name) : '';
    result = mergeChange(result, { id: randomUUID(), change, madeAt: Date.now() });
    if (isNamed) {
      const next = change.op === 'edit-command' ? (change.set.name ?? called) : change.name;
      if (next !== called) result = renameInDraft(result, called, next);
    }
    names = result;
  }
  return result;
}

/** The name a command has in the draft: the responses in it already use that one. */
function currentName(changes: readonly DraftChange[], name: string): string {
  const edit = changes.find(({ change }) => change.op === 'edit-command' && change.name === name)?.change;
  return edit?.op === 'edit-command' ? (edit.set.name ?? name) : name;
}

/** Changes name a command as the file does, and count it only where its name repeats: one key for one block. */
function byNameInFile(change: Change, draft: readonly DraftChange[], model: ConfigModel): Change {
  if (change.op !== 'edit-command' && change.op !== 'remove-command') return change;
  const isInFile = model.commands.some(({ name }) => name === change.name);
  const rename = draft.find(({ change: one }) => one.op === 'edit-command' && one.set.name === change.name)?.change;
  const name = !isInFile && rename?.op === 'edit-command' ? rename.name : change.name;
  if (change.op === 'edit-command') return { ...change, name };
  const { index, ...rest } = change;
  const isCounted = index !== undefined && model.commands[index]?.shadowed !== false;
  return { ...rest, name, ...(isCounted && { index }) };
}
