import type { Problems } from '@/lib/forms/command-problems';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import { responseProblems } from '@/lib/forms/response-problems';
import { allProblem } from './all-guard';
import { commandOf } from './chosen-command';

export const STEPS = ['command', 'trigger', 'location', 'duration', 'review'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_NAMES: Record<Step, string> = {
  command: 'Command',
  trigger: 'Trigger',
  location: 'Location',
  duration: 'Duration',
  review: 'Review',
};

const FIELDS: Record<Step, readonly (keyof ResponseFormValues)[]> = {
  command: ['command', 'newCommand'],
  trigger: ['level', 'groups', 'groupPattern', 'ruleIds'],
  location: ['location', 'agentIds', 'confirmedAgents'],
  duration: ['duration', 'timeoutSeconds'],
  review: ['enabled'],
};

export const isStep = (text: string | null): text is Step => STEPS.some((step) => step === text);

/** The step that asks for a field, given its dotted path. */
export function stepOf(path: string): Step {
  const key = path.split('.')[0];
  return STEPS.find((step) => FIELDS[step].some((field) => field === key)) ?? 'review';
}

/** What the values alone cannot tell: the manager's agents, and the command that is chosen. The server checks the same again. */
export function guardProblems(values: ResponseFormValues, data: ResponseFormData): Problems {
  const problems: Problems = {};
  const all = allProblem(values, data);
  if (all) problems.confirmedAgents = all;
  const name = values.newCommand?.name;
  if (name && data.facts.commands.some((command) => command.name === name)) {
    problems['newCommand.name'] = `There is already a command named ${name}. Choose another name.`;
  }
  if (values.duration === 'timed' && commandOf(values, data)?.timeoutAllowed === false) {
    problems.duration =
      'This command does not allow a timeout. Choose “Do not undo”, or allow a timeout in the command.';
  }
  return problems;
}

/** Everything wrong with the values, by field: what the server would say of them, and the guards. */
export const problemsOf = (values: ResponseFormValues, data: ResponseFormData): Problems => ({
  ...responseProblems(values),
  ...guardProblems(values, data),
});

/** The problems that one step can mend. */
export const problemsOfStep = (step: Step, problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => stepOf(path) === step));

/** How far one may go: the first step that is not finished, or Review. */
export const firstOpenStep = (problems: Problems): Step =>
  STEPS.find((step) => Object.keys(problemsOfStep(step, problems)).length > 0) ?? 'review';

/** Nothing can set it off: allowed, but it must be meant. */
export const hasNoTrigger = ({ level, groups, groupPattern, ruleIds }: ResponseFormValues): boolean =>
  level === null && (groupPattern === null ? groups.length === 0 : groupPattern === '') && ruleIds.length === 0;
