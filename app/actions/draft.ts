'use server';

import * as z from 'zod/mini';
import {
  commandFormSchema,
  commandTargetSchema,
  responseFormSchema,
  responseTargetSchema,
} from '@/lib/forms/form-schemas';
import { type Change, changesSchema } from '@/lib/ossec/edit/change';
import { addToDraft } from '@/lib/workflow/change-draft';
import { refuseUnconfirmed } from '@/lib/workflow/guard-all';
import { type Removal, removeCommandWithUsers } from '@/lib/workflow/remove-command';
import { saveCommandToDraft } from '@/lib/workflow/save-command';
import { saveResponseToDraft } from '@/lib/workflow/save-response';
import { settleConflict } from '@/lib/workflow/settle-conflict';
import { adoptFile, discardDraft, restoreDraft, restoreSnapshot, takeBack } from '@/lib/workflow/take-back';
import { draftSnapshotSchema } from '@/lib/workflow/take-back-snapshot';
import { runAction } from './run-action';

const changeIds = z.array(z.string().check(z.maxLength(80))).check(z.maxLength(2000));
const ids = z.object({ ids: changeIds });
const nothing = z.object({});
const changing = { needs: 'edit', audit: 'draft-changed' } as const;

/** What the audit log tells of changes: never their values, which may hold secrets. */
const opsOf = (changes: readonly Change[]) => ({ ops: changes.map(({ op }) => op).slice(0, 50) });

/** Saves the response form to the draft. */
export async function saveResponse(input: { target: unknown; values: unknown }) {
  const schema = z.object({ target: responseTargetSchema, values: responseFormSchema });
  return runAction(changing, schema, input, ({ target, values }, { workspace, note }) => {
    note({ form: 'response', target: target.kind });
    return saveResponseToDraft(workspace, target, values);
  });
}

/** Saves the command form to the draft. */
export async function saveCommand(input: { target: unknown; values: unknown }) {
  const schema = z.object({ target: commandTargetSchema, values: commandFormSchema });
  return runAction(changing, schema, input, async ({ target, values }, { workspace, note }) => {
    note({ form: 'command', target: target.kind });
    return saveCommandToDraft(workspace, target, values);
  });
}

/** Adds changes that need no form: switch off and on, remove, a command together with what uses it. */
export async function addChanges(input: { changes: unknown }) {
  const schema = z.object({ changes: changesSchema });
  return runAction(changing, schema, input, async ({ changes }, { workspace, note }) => {
    note(opsOf(changes));
    return refuseUnconfirmed(workspace, changes) ?? addToDraft(workspace, changes);
  });
}

const isRemoval = (change: Change): change is Removal =>
  change.op === 'remove-response' || change.op === 'remove-command';

/** Deletes a command with what uses it, in the file and in the draft: all or nothing, one undo. */
export async function removeCommand(input: { changes: unknown; ids: string[] }) {
  const removals = changesSchema.check(z.refine((changes) => changes.every(isRemoval)));
  const schema = z.object({ changes: removals, ids: changeIds });
  return runAction(changing, schema, input, async ({ changes, ids }, { workspace, note }) => {
    note({ ...opsOf(changes), takenBack: ids.length });
    return removeCommandWithUsers(workspace, changes.filter(isRemoval), ids);
  });
}

/**
 * Undo: brings the draft back to the changes it had before a step, unless it is no longer at the `revision` of that step.
 * `draft` goes with the undo of a step on a draft that was for another file than the one on disk.
 */
export async function undoTo(input: { changes: unknown; revision?: string; draft?: unknown }) {
  const schema = z.object({
    changes: changesSchema,
    revision: z.optional(z.string().check(z.maxLength(64))),
    draft: z.optional(draftSnapshotSchema),
  });
  return runAction(changing, schema, input, async ({ changes, revision, draft }, { workspace, note }) => {
    const asked = draft ? draft.changes.map(({ change }) => change) : changes;
    note({ undo: true, changes: asked.length });
    const unconfirmed = refuseUnconfirmed(workspace, asked);
    if (unconfirmed) return unconfirmed;
    return draft ? restoreSnapshot(workspace, draft, revision) : restoreDraft(workspace, changes, revision);
  });
}

/** Takes changes back out of the draft. */
export async function takeBackChanges(input: { ids: string[] }) {
  return runAction(changing, ids, input, async ({ ids }, { workspace, note }) => {
    note({ takenBack: ids.length });
    return takeBack(workspace, ids);
  });
}

/** Throws the whole draft away; answers with its changes, so that it can be undone. */
export async function discardWholeDraft() {
  return runAction({ needs: 'edit', audit: 'draft-discarded' }, nothing, {}, async (_, { workspace, note }) => {
    const gone = discardDraft(workspace);
    note({ changes: gone.discarded.length });
    return { status: 'saved', ...gone } as const;
  });
}

/** Settles one conflict with the file as somebody else left it: theirs stays, or mine is made anew for it. */
export async function settleOneConflict(input: { id: string; choice: 'theirs' | 'mine' }) {
  const schema = z.object({ id: z.string().check(z.maxLength(80)), choice: z.enum(['theirs', 'mine']) });
  return runAction(changing, schema, input, async ({ id, choice }, { workspace, note }) => {
    note({ conflict: choice });
    return settleConflict(workspace, id, choice);
  });
}

/** Goes on with the file as somebody else left it; refused while a change is in conflict with it. */
export async function adoptChangedFile() {
  return runAction(changing, nothing, {}, async (_, { workspace, note }) => {
    note({ adopted: true });
    return adoptFile(workspace);
  });
}
