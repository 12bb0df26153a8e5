/* An edited response in words: the title names the one thing that changed, the detail lists everything from what to what. */
import { describeTimeout } from '../describe/describe-duration.ts';
import { describeLocation, describeTrigger } from '../describe/describe-response.ts';
import { type Phrase, toText } from '../describe/phrase.ts';
import type { Change, ResponseInput } from '../edit/change.ts';
import { toRulesGroup } from '../edit/rules-group.ts';
import type { ResponseFacts } from '../findings/finding.ts';
import type { CommentedResponse, ConfigModel, ResponseBlock } from '../model/config-model.ts';
import type { ChangeWords } from './describe-change.ts';
import { joinPieces } from './describe-command-change.ts';

type EditResponse = Extract<Change, { op: 'edit-response' }>;

/** A block as the sentences see it. */
export const factsOf = (block: ResponseBlock | CommentedResponse): ResponseFacts => ({ ...block, off: block.disabled });

const NOTHING: ResponseFacts = {
  command: null,
  location: null,
  agentId: null,
  level: null,
  rulesGroup: null,
  rulesId: null,
  timeout: null,
  repeatedOffenders: null,
  off: false,
  line: null,
};

/** The asked values over those that were. */
export function inputFacts(
  set: Partial<ResponseInput>,
  was: ResponseFacts = NOTHING,
  unset: readonly string[] = [],
): ResponseFacts {
  const pick = (key: 'agentId' | 'level' | 'rulesGroup' | 'rulesId' | 'timeout', text: (value: never) => string) =>
    unset.includes(key) ? null : set[key] === undefined ? was[key] : text(set[key] as never);
  return {
    ...was,
    command: set.command ?? was.command,
    location: set.location ?? was.location,
    agentId: pick('agentId', String),
    level: pick('level', String),
    rulesGroup: pick('rulesGroup', (value: string[] | string) => toRulesGroup(value)),
    rulesId: pick('rulesId', (value: number[]) => value.join(',')),
    timeout: pick('timeout', String),
    off: unset.includes('disabled') ? false : (set.disabled ?? was.off),
  };
}

type Aspect = { label: string; was: Phrase; is: Phrase };

export function describeResponseChange(
  model: ConfigModel,
  { set, unset = [] }: EditResponse,
  block: ResponseBlock | CommentedResponse | null,
): ChangeWords {
  const was = block ? factsOf(block) : NOTHING;
  const is = inputFacts(set, was, unset);
  const aspects = aspectsOf(model, was, is).filter((one) => toText(one.was) !== toText(one.is));
  const detail = joinPieces(aspects.map(({ label, was: from, is: to }) => [`${label}: `, ...from, ' → ', ...to]));
  return { title: titleOf(was, is, aspects), detail, line: block?.line ?? null };
}

function aspectsOf(model: ConfigModel, was: ResponseFacts, is: ResponseFacts): Aspect[] {
  // Words leave out the comma that ends a name: where they can't tell the two apart, the pattern speaks.
  const isTold = toText(describeTrigger(was)) !== toText(describeTrigger(is));
  const trigger = (facts: ResponseFacts): Phrase => {
    const words = isTold ? describeTrigger(facts) : rawTrigger(facts);
    return words.length > 0 ? words : ['never'];
  };
  const undo = ({ command, timeout }: ResponseFacts): Phrase => [
    describeTimeout(timeout, model.commands.find(({ name }) => name === command)?.timeoutAllowed ?? true),
  ];
  return [
    { label: 'Command', was: [was.command ?? 'none'], is: [{ strong: is.command ?? 'none' }] },
    { label: 'Trigger', was: trigger(was), is: trigger(is) },
    { label: 'Runs on', was: describeLocation(was), is: describeLocation(is) },
    { label: 'For', was: undo(was), is: undo(is) },
    { label: 'Switched', was: [was.off ? 'off' : 'on'], is: [{ strong: is.off ? 'off' : 'on' }] },
  ];
}

const rawTrigger = ({ level, rulesGroup, rulesId }: ResponseFacts): Phrase =>
  joinPieces([
    level === null ? null : [`level ${level}`],
    rulesGroup === null ? null : [`group pattern ${rulesGroup}`],
    rulesId === null ? null : [`rules ${rulesId}`],
  ]);

function titleOf(was: ResponseFacts, is: ResponseFacts, aspects: Aspect[]): string {
  const name = was.command ?? 'A response';
  const [first] = aspects;
  const state = was.off === is.off ? '' : is.off ? ', switched off' : ', switched on';
  if (was.command !== is.command) return `${name} replaced by ${is.command}${state}`;
  if (was.level !== is.level && was.level !== null && is.level !== null)
    return `${name} from level ${was.level} to ${is.level}${state}`;
  const others = aspects.filter(({ label }) => label !== 'Switched');
  if (others.length !== 1 || !first) return `${name} changed${state}`;
  if (first.label === 'Runs on') return `${name} now on ${toText(first.is)}${state}`;
  if (first.label === 'For') return `${name} for ${toText(first.is).replace(/^No undo$/, 'good')}${state}`;
  return `${name} with another trigger${state}`;
}
