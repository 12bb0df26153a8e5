/*
 * One change as words for a review: a title that can stand alone in a list, and what it means in detail. `model` is the file
 * the change applies to.
 */
import { describeResponse } from '../describe/describe-response.ts';
import type { Phrase } from '../describe/phrase.ts';
import type { Change, CommandInput, ResponseInput } from '../edit/change.ts';
import type { CommentedResponse, ConfigModel, ResponseBlock } from '../model/config-model.ts';
import { describeEntry } from '../white-list/describe-entry.ts';
import { describeCommandChange } from './describe-command-change.ts';
import { describeResponseChange, factsOf, inputFacts } from './describe-response-change.ts';

export type ChangeWords = {
  /** "host-deny from level 7 to 10" */
  title: string;
  /** "Trigger: level ≥ 7 → level ≥ 10 and group authentication_failures"; empty when the title says it all. */
  detail: Phrase;
  /** Line of the block it is about, null for something new. */
  line: number | null;
};

export function describeChange(model: ConfigModel, change: Change): ChangeWords {
  switch (change.op) {
    case 'add-command':
      return { title: `Command ${change.command.name} added`, detail: describeProgram(change.command), line: null };
    case 'edit-command':
    case 'remove-command':
      return describeCommandChange(model, change);
    case 'add-response':
      return describeAddition(model, change.response);
    case 'edit-response':
      return describeResponseChange(model, change, findResponse(model, change));
    case 'remove-response':
      return describeWhole(model, findResponse(model, change), 'removed');
    case 'disable-response':
      return describeWhole(model, findResponse(model, change), 'switched off');
    case 'enable-response':
      return describeWhole(model, findResponse(model, change), 'switched on');
    case 'add-white-list':
      return { title: `${entryName(change)} added to the white list`, detail: whiteListed(change), line: null };
    case 'remove-white-list': {
      const line = model.whiteList.find(({ address }) => address === change.address)?.line ?? null;
      return { title: `${entryName(change)} removed from the white list`, detail: whiteListed(change), line };
    }
  }
}

type WhiteListChange = Extract<Change, { op: 'add-white-list' | 'remove-white-list' }>;

const entryName = ({ address }: WhiteListChange): string => (address === '' ? 'An empty entry' : address);

/** One address needs no words of its own; what else an entry covers is seen by nobody at a glance. */
function whiteListed({ op, address }: WhiteListChange): Phrase {
  const { kind, words } = describeEntry(address);
  if (kind === 'nothing') return ['It covers no address. Nothing changes for any alert.'];
  const [covers, where] = kind === 'address' ? ['', 'this address'] : [`${words} `, 'there'];
  return [
    op === 'add-white-list'
      ? `${covers}No response runs for an alert from ${where}.`
      : `${covers}Responses run for alerts from ${where} again.`,
  ];
}

const describeProgram = ({ executable, extraArgs, timeoutAllowed }: CommandInput): Phrase => [
  'Runs ',
  { strong: extraArgs ? `${executable} ${extraArgs}` : executable },
  timeoutAllowed ? ', and can undo it after a time.' : ', without an undo.',
];

type Target = { index?: number; commented?: number };

const findResponse = (model: ConfigModel, { index, commented }: Target): ResponseBlock | CommentedResponse | null =>
  (commented === undefined
    ? model.responses.find((block) => block.index === index)
    : model.commented.find((block) => block.commented === commented)) ?? null;

/** A command that is not in the file yet is taken to allow what the response asks for. */
const allowsTimeout = (model: ConfigModel, name: string | null): boolean =>
  model.commands.find((command) => command.name === name)?.timeoutAllowed ?? true;

function describeAddition(model: ConfigModel, response: ResponseInput): ChangeWords {
  const title = `${response.command} added${response.disabled ? ', switched off' : ''}`;
  const detail = describeResponse(inputFacts(response), allowsTimeout(model, response.command));
  return { title, detail, line: null };
}

function describeWhole(model: ConfigModel, block: ResponseBlock | CommentedResponse | null, done: string): ChangeWords {
  if (!block) return { title: `A response ${done}`, detail: [], line: null };
  const detail = describeResponse(factsOf(block), allowsTimeout(model, block.command));
  return { title: `${block.command ?? 'A response'} ${done}`, detail, line: block.line };
}
