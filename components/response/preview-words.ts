import { responseFactsOf } from '@/lib/forms/response-changes';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import { describeSeconds } from '@/lib/ossec/describe/describe-duration';
import {
  describeLocation,
  describeResponse,
  describeTrigger,
  describeTriggerInWords,
} from '@/lib/ossec/describe/describe-response';
import { joinStrong, type Phrase, toText } from '@/lib/ossec/describe/phrase';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { commandOf } from './chosen-command';
import { hasNoTrigger, type Step } from './steps';

const nameOf = (id: string, { agents }: ResponseFormData): string | null =>
  agents.find((agent) => agent.id === id)?.name ?? null;

/** "agent 014 (edge-gw-01)", or all of them where there are several. */
function locationWords(values: ResponseFormValues, data: ResponseFormData): Phrase {
  const { location, agentIds } = values;
  if (location === 'defined-agent' && agentIds.length > 1) {
    const names = agentIds.map((id) => `${id}${nameOf(id, data) ? ` (${nameOf(id, data)})` : ''}`);
    const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
    return ['each of the agents ', ...joinStrong(shown, ' and ')];
  }
  if (location === 'defined-agent' && agentIds.length === 0) return [{ strong: 'an agent you pick' }];
  return describeLocation(responseFactsOf(values), agentIds[0] ? nameOf(agentIds[0], data) : null);
}

export type PreviewWords = { phrase: Phrase; rest: string | null };

/** The sentence as far as the questions are answered, and which ones are not. */
export function previewWords(values: ResponseFormValues, data: ResponseFormData): PreviewWords {
  const command = commandOf(values, data);
  const name = values.newCommand?.name || values.command;
  if (!name) return { phrase: [], rest: 'Choose a command to see the sentence.' };
  const noTrigger = hasNoTrigger(values);
  const open = [
    noTrigger && values.location === null && 'when',
    values.location === null && 'where',
    values.duration === null && 'for how long',
  ].filter((word) => word !== false);
  const rest = open.length === 0 ? null : sentence(open);
  if (noTrigger && values.location === null) {
    const does = command ? stockCommandOf(command.executable)?.does : null;
    const what = does ? [`: ${does.charAt(0).toLowerCase()}${does.slice(1)}`] : ['.'];
    return { phrase: ['Run ', { strong: name }, ...what], rest };
  }
  const facts = responseFactsOf(values);
  if (noTrigger) return { phrase: describeResponse(facts, command?.timeoutAllowed ?? true), rest };
  const run: Phrase = ['When an alert ', ...describeTriggerInWords(facts), ', run ', { strong: name }];
  if (values.location === null) return { phrase: [...run, '.'], rest };
  const where: Phrase = [...run, ' on ', ...locationWords(values, data)];
  const seconds = values.duration === 'timed' ? values.timeoutSeconds : null;
  if (seconds !== null && seconds > 0)
    return { phrase: [...where, ' and undo it after ', { strong: describeSeconds(seconds) }, '.'], rest };
  return {
    phrase: [...where, ...(values.duration === 'permanent' ? [' and ', { strong: 'do not undo it' }] : []), '.'],
    rest,
  };
}

function sentence(open: readonly string[]): string {
  const list = open.length > 1 ? `${open.slice(0, -1).join(', ')} and ${open.at(-1)}` : (open[0] ?? '');
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}: next ${open.length === 1 ? 'step' : 'steps'}.`;
}

const LOCATIONS = { local: 'The agent that alerted', server: 'The manager', all: 'Every agent' } as const;

/** What a step says so far, in a few words; null where nothing is said. */
export function stepSummary(step: Step, values: ResponseFormValues, data: ResponseFormData): string | null {
  switch (step) {
    case 'command':
      return values.newCommand ? `New: ${values.newCommand.name || 'no name yet'}` : values.command || null;
    case 'trigger':
      return toText(describeTrigger(responseFactsOf(values))) || null;
    case 'location': {
      if (values.location === null) return null;
      if (values.location !== 'defined-agent') return LOCATIONS[values.location];
      const [first] = values.agentIds;
      if (values.agentIds.length > 1) return `${values.agentIds.length} agents`;
      return first ? `Agent ${first}${nameOf(first, data) ? `, ${nameOf(first, data)}` : ''}` : 'No agent picked';
    }
    case 'duration':
      if (values.duration === 'permanent') return 'Do not undo';
      return values.duration === 'timed' && values.timeoutSeconds ? describeSeconds(values.timeoutSeconds) : null;
    case 'review':
      return null;
  }
}
