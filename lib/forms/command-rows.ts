/*
 * The list of commands: file order, the draft worked in, deleted ones in their place, each with the responses that use it.
 * Plain data that travels to the browser. Pure.
 */
import { describeLocation, describeTrigger } from '../ossec/describe/describe-response.ts';
import type { Phrase } from '../ossec/describe/phrase.ts';
import type { Change } from '../ossec/edit/change.ts';
import { type CommandOutcome, outcomesOf, type ResponseOutcome } from '../ossec/edit/outcome.ts';
import type { CommandFacts } from '../ossec/findings/finding.ts';
import type { ConfigModel } from '../ossec/model/config-model.ts';
import { keyOf } from './find-response.ts';

export type CommandUser = {
  /** As in `/responses/r3`. */
  key: string;
  sentence: Phrase;
  off: boolean;
  /** How the file names it; null for one that only the draft has. */
  place: { index?: number; commented?: number; fingerprint: string } | null;
  /** The change that adds it; null for one of the file. */
  changeId: string | null;
};

export type CommandRow = {
  /** `k3` a block of the file, `d-<change id>` one that exists only in the draft. */
  key: string;
  mark: '+' | '~' | '-' | null;
  /** The changes of the draft that concern it, and those of responses that went with it: taking them back restores the row. */
  changeIds: string[];
  before: CommandFacts | null;
  after: CommandFacts | null;
  /** Null for one that only the draft has. */
  block: { index: number; fingerprint: string; line: number; isOnlyOne: boolean } | null;
  usedBy: CommandUser[];
};

type Noted = { id: string; change: Change };

/** The facts to show: after the draft, or before it for one that goes. */
export const shownCommand = (row: CommandRow): CommandFacts => (row.after ?? row.before) as CommandFacts;

/** `changes` are those of the draft that take part in its plan. */
export function commandRows(model: ConfigModel, changes: readonly Noted[]): CommandRow[] {
  const { commands, responses } = outcomesOf(
    model,
    changes.map(({ change }) => change),
  );
  const [addedCommands, addedResponses] = [addedIds(changes, 'add-command'), addedIds(changes, 'add-response')];
  const count = (name: string | null) => model.commands.filter((command) => command.name === name).length;
  return commands.map((outcome): CommandRow => {
    const { block, before, after } = outcome;
    const changeId = addedCommands[outcome.added ?? -1] ?? null;
    const users = usersOf(outcome, responses, addedResponses);
    return {
      key: keyOfCommand(outcome, addedCommands),
      mark: markOf(outcome),
      changeIds: changeId ? [changeId] : changesOf(outcome, responses, changes),
      before,
      after,
      block: block && {
        index: block.index,
        fingerprint: block.fingerprint,
        line: block.line,
        isOnlyOne: count(block.name) < 2,
      },
      usedBy: users,
    };
  });
}

/** The keys of the commands that the draft leaves, in file order. */
export function commandKeys(model: ConfigModel, changes: readonly Noted[]): string[] {
  const added = addedIds(changes, 'add-command');
  const { commands } = outcomesOf(
    model,
    changes.map(({ change }) => change),
  );
  return commands.filter(({ after }) => after !== null).map((outcome) => keyOfCommand(outcome, added));
}

const addedIds = (changes: readonly Noted[], op: Change['op']): string[] =>
  changes.filter(({ change }) => change.op === op).map(({ id }) => id);

const keyOfCommand = ({ block, added }: CommandOutcome, addedIds: readonly string[]): string =>
  block ? `k${block.index}` : `d-${addedIds[added ?? -1] ?? null}`;

function markOf({ before, after }: CommandOutcome): CommandRow['mark'] {
  if (!before) return '+';
  if (!after) return '-';
  return JSON.stringify(before) === JSON.stringify(after) ? null : '~';
}

/** The responses that use it: as the draft leaves them, or as the file has them for a command that goes. */
function usersOf(
  { before, after }: CommandOutcome,
  responses: readonly ResponseOutcome[],
  addedResponses: string[],
): CommandUser[] {
  if ((after ?? before)?.shadowed) return [];
  const name = (after ?? before)?.name;
  return responses.flatMap((response): CommandUser[] => {
    const facts = after ? response.after : response.before;
    if (!facts || facts.command !== name) return [];
    const { block } = response;
    const changeId = block ? null : (addedResponses[response.added ?? -1] ?? null);
    const { place, key } = placeOf(block, changeId);
    return [
      {
        key,
        place,
        changeId,
        off: facts.off,
        sentence: [...triggerOrNever(facts), ', on ', ...describeLocation(facts)],
      },
    ];
  });
}

function triggerOrNever(facts: NonNullable<ResponseOutcome['after']>): Phrase {
  const words = describeTrigger(facts);
  return words.length > 0 ? words : ['Never fires'];
}

function placeOf(block: ResponseOutcome['block'], changeId: string | null): Pick<CommandUser, 'place' | 'key'> {
  if (!block) return { place: null, key: keyOf({ kind: 'added', changeId: changeId ?? '' }) };
  const { fingerprint } = block;
  return 'commented' in block
    ? { place: { commented: block.commented, fingerprint }, key: `c${block.commented}` }
    : { place: { index: block.index, fingerprint }, key: `r${block.index}` };
}

/** Edits and removals of this block; for one that goes, the removals of the responses that go with it, too. */
function changesOf(
  { block, after }: CommandOutcome,
  responses: readonly ResponseOutcome[],
  changes: readonly Noted[],
): string[] {
  if (!block) return [];
  return changes.filter(({ change }) => isAbout(change)).map(({ id }) => id);

  function isAbout(change: Change): boolean {
    if (change.op === 'edit-command') return change.name === block?.name;
    if (change.op === 'remove-command') {
      return change.name === block?.name && (change.index === undefined || change.index === block?.index);
    }
    if (change.op !== 'remove-response' || after) return false;
    const gone = responses.find(({ block: one }) =>
      one && 'commented' in one ? one.commented === change.commented : one?.index === change.index,
    );
    return gone?.before?.command === block?.name;
  }
}

/** What deleting it means: added ones are taken back, those of the file are removed with the responses that use them. */
export function deletionOf(row: CommandRow): { takeBack: string[]; changes: Change[] } {
  const takeBack = row.usedBy.flatMap(({ changeId }) => changeId ?? []);
  const changes = row.usedBy.flatMap(({ place }): Change[] => (place ? [{ op: 'remove-response', ...place }] : []));
  if (!row.block) return { takeBack: [...takeBack, ...row.changeIds], changes };
  const { index, fingerprint, isOnlyOne } = row.block;
  const name = row.before?.name ?? '';
  return {
    takeBack,
    changes: [...changes, { op: 'remove-command', name, fingerprint, ...(!isOnlyOne && { index }) }],
  };
}
