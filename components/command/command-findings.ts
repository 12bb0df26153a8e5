'use client';

import { useDeferredValue, useMemo } from 'react';
import { useChecks } from '@/components/response/use-findings';
import { type CommandFormValues, commandFactsOf } from '@/lib/forms/command-form';
import type { Facts, Finding } from '@/lib/ossec/findings/finding';

/** What the checks say about this command with the form's values in its place. `position` is null for a new one. */
export function findingsOfCommand(
  values: CommandFormValues,
  facts: Facts,
  position: number | null,
  find: (facts: Facts) => Finding[],
): Finding[] {
  if (values.name === '' && values.executable === '') return [];
  const at = position ?? facts.commands.length;
  const was = facts.commands[at]?.name;
  const commands = [...facts.commands];
  commands[at] = commandFactsOf(values);
  // The responses follow a new name.
  const renamed = was !== undefined && was !== values.name && values.name !== '';
  const responses = renamed
    ? facts.responses.map((one) => (one.command === was ? { ...one, command: values.name } : one))
    : facts.responses;
  return find({ ...facts, commands, responses }).filter(
    ({ id, subject }) =>
      subject.kind === 'command' && subject.index === at && !(id === 'unused-command' && position === null),
  );
}

export function useCommandFindings(values: CommandFormValues, facts: Facts, position: number | null): Finding[] | null {
  const find = useChecks();
  const settled = useDeferredValue(values);
  return useMemo(
    () => (find ? findingsOfCommand(settled, facts, position, find) : null),
    [find, settled, facts, position],
  );
}
