/*
 * What is wrong with the values of the command form, in words for its fields. One set of rules: the browser asks it at each
 * keystroke, the schema of the server asks it again. Pure; knows no zod.
 */
import { assertCarried } from '../ossec/edit/block-tags.ts';
import { RefusedChange } from '../ossec/edit/refusal.ts';
import type { CommandFormValues } from './command-form.ts';

/** One message a field, by dotted path: "name", "newCommand.name", "ruleIds.3". */
export type Problems = Record<string, string>;

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

export function commandProblems({ name, executable, extraArgs }: CommandFormValues): Problems {
  const problems: Problems = {};
  const inName = nameProblem(name);
  const inExecutable = executableProblem(executable);
  const inArguments = extraArgsProblem(extraArgs);
  if (inName) problems.name = inName;
  if (inExecutable) problems.executable = inExecutable;
  if (inArguments) problems.extraArgs = inArguments;
  return problems;
}

function nameProblem(name: string): string | null {
  if (name === '') return 'Give the command a name.';
  if (name.length > 200) return 'Agents cut names at 250 bytes. Use at most 200 characters.';
  if (!/^[^\s!][^\s]*$/.test(name)) return 'No blanks, and no “!” at the start: agents could not look it up.';
  return carriedProblem(name);
}

function executableProblem(executable: string): string | null {
  if (executable === '') return 'Name the file that Wazuh should run.';
  if (executable.length > 250) return 'Use at most 250 characters.';
  if (/[/\\]/.test(executable)) return 'Only the file name. Wazuh looks in active-response/bin.';
  if (/\s/.test(executable)) return 'No blanks: this is a file name. Put arguments into “Extra arguments”.';
  return carriedProblem(executable);
}

function extraArgsProblem(extraArgs: string): string | null {
  if (extraArgs.length > 2047) return 'Wazuh cuts extra arguments at 2047 characters.';
  return extraArgs === '' ? null : carriedProblem(extraArgs);
}
