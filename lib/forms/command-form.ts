/*
 * The command form's values: one zod schema for the browser and the server, and the way from a block to values and from
 * values to changes. Pure; knows no React.
 */
import * as z from 'zod/mini';
import { assertCarried } from '../ossec/edit/block-tags.ts';
import type { Change } from '../ossec/edit/change.ts';
import { RefusedChange } from '../ossec/edit/refusal.ts';
import type { CommandFacts } from '../ossec/findings/finding.ts';

/** Says why the dialect can't carry a value, or nothing. The same rule the planner applies. */
export function carriedProblem(value: string): string | null {
  try {
    assertCarried('value', value);
    return null;
  } catch (thrown) {
    if (thrown instanceof RefusedChange)
      return `${thrown.message.replace(/^value: i/, 'I').replace(/^value: /, '')} ${thrown.hint}`;
    throw thrown;
  }
}

const carried = z.refine<string>((value) => value === '' || carriedProblem(value) === null, {
  error: (issue) => carriedProblem(String(issue.input)) ?? undefined,
});

const NAME = /^[^\s!][^\s]*$/;

export const commandFormSchema = z.object({
  name: z
    .string()
    .check(
      z.minLength(1, 'Give the command a name.'),
      z.maxLength(200, 'Agents cut names at 250 bytes. Use at most 200 characters.'),
      z.regex(NAME, { error: 'No blanks, and no “!” at the start: agents could not look it up.' }),
      carried,
    ),
  executable: z.string().check(
    z.minLength(1, 'Name the file that Wazuh should run.'),
    z.maxLength(250, 'Use at most 250 characters.'),
    z.refine((value) => !/[/\\]/.test(value), { error: 'Only the file name. Wazuh looks in active-response/bin.' }),
    z.refine((value) => !/\s/.test(value), {
      error: 'No blanks: this is a file name. Put arguments into “Extra arguments”.',
    }),
    carried,
  ),
  timeoutAllowed: z.boolean(),
  extraArgs: z.string().check(z.maxLength(2047, 'Wazuh cuts extra arguments at 2047 characters.'), carried),
});

export type CommandFormValues = z.infer<typeof commandFormSchema>;

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

/** A new command, one of the file by its count, or one that exists only in the draft. */
export const commandTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({
    kind: z.literal('block'),
    index: z.int().check(z.gte(0)),
    fingerprint: z.string().check(z.maxLength(64)),
  }),
  z.object({ kind: z.literal('added'), changeId: z.string().check(z.maxLength(80)) }),
]);

export type CommandFormTarget = z.infer<typeof commandTargetSchema>;
