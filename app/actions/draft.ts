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
import { adoptFile, discardDraft, restoreDraft, takeBack } from '@/lib/workflow/take-back';
import { runAction } from './run-action';

const changeIds = z.array(z.string().check(z.maxLength(80))).check(z.maxLength(2000));
const ids = z.object({ ids: changeIds });
const nothing = z.object({});

/** Saves the response form to the draft. */
export async function saveResponse(input: { target: unknown; values: unknown }) {
  const schema = z.object({ target: responseTargetSchema, values: responseFormSchema });
  return runAction('edit', schema, input, ({ target, values }, { workspace }) =>
    saveResponseToDraft(workspace, target, values),
  );
}

/** Saves the command form to the draft. */
export async function saveCommand(input: { target: unknown; values: unknown }) {
  const schema = z.object({ target: commandTargetSchema, values: commandFormSchema });
  return runAction('edit', schema, input, async ({ target, values }, { workspace }) =>
    saveCommandToDraft(workspace, target, values),
  );
}

/** Adds changes that need no form: switch off and on, remove, a command together with what uses it. */
export async function addChanges(input: { changes: unknown }) {
  const schema = z.object({ changes: changesSchema });
  return runAction(
    'edit',
    schema,
    input,
    async ({ changes }, { workspace }) => refuseUnconfirmed(workspace, changes) ?? addToDraft(workspace, changes),
  );
}

const isRemoval = (change: Change): change is Removal =>
  change.op === 'remove-response' || change.op === 'remove-command';

/** Deletes a command with what uses it, in the file and in the draft: all or nothing, one undo. */
export async function removeCommand(input: { changes: unknown; ids: string[] }) {
  const removals = changesSchema.check(z.refine((changes) => changes.every(isRemoval)));
  const schema = z.object({ changes: removals, ids: changeIds });
  return runAction('edit', schema, input, async ({ changes, ids }, { workspace }) =>
    removeCommandWithUsers(workspace, changes.filter(isRemoval), ids),
  );
}

/** Undo: brings the draft back to the changes it had before a step, unless it is no longer at the `revision` of that step. */
export async function undoTo(input: { changes: unknown; revision?: string }) {
  const schema = z.object({ changes: changesSchema, revision: z.optional(z.string().check(z.maxLength(64))) });
  return runAction(
    'edit',
    schema,
    input,
    async ({ changes, revision }, { workspace }) =>
      refuseUnconfirmed(workspace, changes) ?? restoreDraft(workspace, changes, revision),
  );
}

/** Takes changes back out of the draft. */
export async function takeBackChanges(input: { ids: string[] }) {
  return runAction('edit', ids, input, async ({ ids }, { workspace }) => takeBack(workspace, ids));
}

/** Throws the whole draft away; answers with its changes, so that it can be undone. */
export async function discardWholeDraft() {
  return runAction('edit', nothing, {}, async (_, { workspace }) => {
    return { status: 'saved', ...discardDraft(workspace) } as const;
  });
}

/** Goes on with the file as somebody else left it; changes that no longer fit are dropped. */
export async function adoptChangedFile() {
  return runAction('edit', nothing, {}, async (_, { workspace }) => adoptFile(workspace));
}
