import { commandFactsOf } from '@/lib/forms/command-form';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { Facts, Finding } from '@/lib/ossec/findings/finding';
import { candidatesOf } from './candidates';
import { hasNoTrigger } from './steps';

type Placed = { facts: Facts; responses: ReadonlySet<number>; command: number | null };

/** The facts with what the form says in its place, and where that is. */
export function placeCandidate(values: ResponseFormValues, { facts, position, original }: ResponseFormData): Placed {
  const [first, ...others] = candidatesOf(values, original);
  const responses = [...facts.responses];
  const at = position ?? responses.length;
  if (first) responses[at] = first;
  const from = responses.length;
  responses.push(...others);
  const commands = values.newCommand ? [...facts.commands, commandFactsOf(values.newCommand)] : facts.commands;
  return {
    facts: { ...facts, responses, commands },
    responses: new Set([at, ...others.map((_, index) => from + index)]),
    command: values.newCommand ? commands.length - 1 : null,
  };
}

/** Checks that would only repeat that a question is not answered yet. */
function notAnswered(values: ResponseFormValues): Set<string> {
  const ids = new Set<string>();
  if (values.location === null)
    for (const id of ['missing-options', 'invalid-location', 'invalid-agent-id']) ids.add(id);
  if (values.location === 'defined-agent' && values.agentIds.length === 0)
    ids.add('invalid-agent-id').add('missing-options');
  if (values.duration === null) ids.add('no-undo');
  if (hasNoTrigger(values)) ids.add('never-fires');
  return ids;
}

/** What the checks say about this response, and about the command defined with it. Equal words are said once. */
export function candidateFindings(
  values: ResponseFormValues,
  data: ResponseFormData,
  find: (facts: Facts) => Finding[],
): Finding[] {
  if (values.command === '' && !values.newCommand?.name) return [];
  const placed = placeCandidate(values, data);
  const skip = notAnswered(values);
  const said = new Set<string>();
  return find(placed.facts).filter(({ id, subject, title, detail }) => {
    const isOurs =
      (subject.kind === 'response' && placed.responses.has(subject.index)) ||
      (subject.kind === 'command' && subject.index === placed.command);
    const words = `${title} ${detail}`;
    if (!isOurs || skip.has(id) || said.has(words)) return false;
    said.add(words);
    return true;
  });
}
