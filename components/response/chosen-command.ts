import { commandFactsOf } from '@/lib/forms/command-form';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { CommandFacts } from '@/lib/ossec/findings/finding';

/** The command that is chosen or being defined; null while there is none. Of two with one name the first counts. */
export function commandOf(values: ResponseFormValues, { facts }: ResponseFormData): CommandFacts | null {
  if (values.newCommand) return commandFactsOf(values.newCommand);
  return facts.commands.find(({ name }) => name === values.command) ?? null;
}
