/*
 * A response as a sentence, with the true logic: level AND group, OR rule ids; nothing given never fires (dialect §9).
 */
import { groupWords, toRuleIds } from '../edit/rules-group.ts';
import type { ResponseFacts } from '../findings/finding.ts';
import { toCInt } from '../model/c-number.ts';
import { describeSeconds } from './describe-duration.ts';
import { joinStrong, type Phrase } from './phrase.ts';

export type Trigger = Pick<ResponseFacts, 'level' | 'rulesGroup' | 'rulesId'>;

const levelOf = ({ level }: Trigger): number => (level === null ? 0 : toCInt(level));

/** Short, for a table: "level ≥ 10 and group sshd, or rule 5758". Empty when nothing can set it off. */
export function describeTrigger(trigger: Trigger): Phrase {
  const level = levelOf(trigger);
  const ids = trigger.rulesId === null ? [] : toRuleIds(trigger.rulesId);
  const groups = trigger.rulesGroup === null ? null : groupWords(trigger.rulesGroup);
  const both: Phrase[] = [];
  if (level > 0) both.push(['level ≥ ', { strong: String(level) }]);
  if (groups) both.push(groups.includes('') ? [{ danger: 'any group' }] : ['group ', ...joinStrong(groups)]);
  const first = both.length === 2 ? [...(both[0] ?? []), ' and ', ...(both[1] ?? [])] : (both[0] ?? []);
  if (ids.length === 0) return first;
  const rules: Phrase = ['rule ', ...joinStrong(ids.map(String))];
  return first.length > 0 ? [...first, ', or ', ...rules] : rules;
}

/** Long, for a sentence: "has level 10 or higher and group sshd, or comes from rule 5758". */
export function describeTriggerInWords(trigger: Trigger): Phrase {
  const level = levelOf(trigger);
  const ids = trigger.rulesId === null ? [] : toRuleIds(trigger.rulesId);
  const groups = trigger.rulesGroup === null ? null : groupWords(trigger.rulesGroup);
  const words: (string | { strong: string } | { danger: string })[] = [];
  if (level > 0) words.push('has ', { strong: `level ${level} or higher` });
  if (groups)
    words.push(
      level > 0 ? ' and ' : 'has ',
      ...(groups.includes('') ? [{ danger: 'any group' }] : ['group ', ...joinStrong(groups)]),
    );
  if (ids.length > 0)
    words.push(words.length > 0 ? ', or comes from ' : 'comes from ', 'rule ', ...joinStrong(ids.map(String)));
  return words;
}

/** Where it runs: "the agent that alerted". `agentName` names the one agent where it is known. */
export function describeLocation(
  response: Pick<ResponseFacts, 'location' | 'agentId'>,
  agentName?: string | null,
): Phrase {
  switch (response.location) {
    case 'local':
      return [{ strong: 'the agent that alerted' }];
    case 'server':
      return [{ strong: 'the manager' }];
    case 'defined-agent':
      return [{ strong: `agent ${response.agentId ?? '(none)'}${agentName ? ` (${agentName})` : ''}` }];
    case 'all':
      return [{ danger: 'every connected agent' }];
    default:
      return [{ danger: response.location ?? 'nowhere' }];
  }
}

/** The whole response as one sentence. `timeoutAllowed` is the command's. */
export function describeResponse(response: ResponseFacts, timeoutAllowed: boolean, agentName?: string | null): Phrase {
  const trigger = describeTriggerInWords(response);
  const run: Phrase = [
    'run ',
    { strong: response.command ?? '(no command)' },
    ' on ',
    ...describeLocation(response, agentName),
  ];
  const seconds = timeoutAllowed && response.timeout !== null ? toCInt(response.timeout) : 0;
  const until: Phrase = seconds > 0 ? [' and undo it after ', { strong: describeSeconds(seconds) }] : [];
  if (trigger.length === 0) return ['Never fires: no level, group or rule is given. It would ', ...run, ...until, '.'];
  return ['When an alert ', ...trigger, ', ', ...run, ...until, '.'];
}
