/*
 * Saving the command form: from values to changes of the draft.
 */
import {
  addCommandChange,
  type CommandFormTarget,
  type CommandFormValues,
  editCommandChange,
} from '../forms/command-form.ts';
import { commandFacts } from '../ossec/edit/outcome.ts';
import type { ActionResult } from '../view/action-result.ts';
import { addToDraft, replaceAdded, replaceForTarget } from './change-draft.ts';
import type { DraftOutcome } from './draft-transaction.ts';
import type { Workspace } from './workspace.ts';

export function saveCommandToDraft(
  workspace: Workspace,
  target: CommandFormTarget,
  values: CommandFormValues,
): ActionResult {
  if (target.kind === 'new') return named(addToDraft(workspace, [addCommandChange(values)]));
  if (target.kind === 'added') return named(replaceAdded(workspace, target.changeId, addCommandChange(values)));
  const block = workspace.config?.model.commands[target.index];
  if (!block || block.fingerprint !== target.fingerprint) {
    return {
      status: 'conflict',
      message: 'This command was changed since you opened it.',
      hint: 'Reload the page to see what it says now. Copy what you typed first.',
    };
  }
  if (block.shadowed) {
    return {
      status: 'refused',
      code: 'command-shadowed',
      message: `Another command named ${block.name} stands above this one. Wazuh never uses this one.`,
      hint: 'Remove it, or edit the one above.',
      line: block.line,
    };
  }
  const change = editCommandChange(commandFacts(block), values, target.fingerprint);
  return named(replaceForTarget(workspace, `command ${block.name ?? ''}`, change ? [change] : []));
}

/** A taken name belongs to its field. */
function named(outcome: DraftOutcome): ActionResult {
  if (outcome.status === 'refused' && (outcome.code === 'name-taken' || outcome.code === 'name-reserved')) {
    return { status: 'invalid', fields: { name: `${outcome.message} ${outcome.hint}` }, form: null };
  }
  return outcome;
}
