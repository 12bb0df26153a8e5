/*
 * The command form's values, and the way from a block to values and from values to changes. Pure; knows no React and no zod:
 * it travels to the browser.
 */
import type { Change } from '../ossec/edit/change.ts';
import type { CommandFacts } from '../ossec/findings/finding.ts';

export type CommandFormValues = { name: string; executable: string; timeoutAllowed: boolean; extraArgs: string };

/** A new command, one of the file by its count, or one that exists only in the draft. */
export type CommandFormTarget =
  | { kind: 'new' }
  | { kind: 'block'; index: number; fingerprint: string }
  | { kind: 'added'; changeId: string };

export const emptyCommand: CommandFormValues = { name: '', executable: '', timeoutAllowed: false, extraArgs: '' };

export const commandValues = (facts: CommandFacts): CommandFormValues => ({
  name: facts.name,
  executable: facts.executable,
  timeoutAllowed: facts.timeoutAllowed,
  extraArgs: facts.extraArgs ?? '',
});

/** A change that adds the command. */
export const addCommandChange = (values: CommandFormValues): Change => ({
  op: 'add-command',
  command: {
    name: values.name,
    executable: values.executable,
    timeoutAllowed: values.timeoutAllowed,
    ...(values.extraArgs !== '' && { extraArgs: values.extraArgs }),
  },
});

/** The change from `was`, the command as it stands in the file; only the fields that differ. Null when none does. */
export function editCommandChange(was: CommandFacts, values: CommandFormValues, fingerprint?: string): Change | null {
  const set: Record<string, unknown> = {};
  if (values.name !== was.name) set.name = values.name;
  if (values.executable !== was.executable) set.executable = values.executable;
  if (values.timeoutAllowed !== was.timeoutAllowed) set.timeoutAllowed = values.timeoutAllowed;
  // `<extra_args/>` says what the form shows: it stays.
  const removed = values.extraArgs === '' && (was.extraArgs ?? '') !== '';
  if (!removed && values.extraArgs !== (was.extraArgs ?? '')) set.extraArgs = values.extraArgs;
  if (Object.keys(set).length === 0 && !removed) return null;
  return { op: 'edit-command', name: was.name, fingerprint, set, ...(removed && { unset: ['extraArgs' as const] }) };
}

/** The values as the checks see them. */
export const commandFactsOf = (values: CommandFormValues): CommandFacts => ({
  name: values.name,
  executable: values.executable,
  extraArgs: values.extraArgs === '' ? null : values.extraArgs,
  timeoutAllowed: values.timeoutAllowed,
  shadowed: false,
  line: null,
});
