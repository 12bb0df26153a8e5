/*
 * "Use mine": what a person wanted of a block, made anew for the block as somebody else left it. Only what the person had
 * changed is asked for; what they took away is added again. Pure; whether it can be planned is the planner's business.
 */
import { inputOf } from '../ossec/compare/response-values.ts';
import { changedFields } from '../ossec/edit/changed-fields.ts';
import { outcomesOf } from '../ossec/edit/outcome.ts';
import type { Change, CommandBlock, Config } from '../ossec/index.ts';
import { blockOf, type FoundBlock, nameAfter, partnerOf } from './conflict-block.ts';
import { commandInput, withMissingCommands } from './settle-conflict-commands.ts';

/** The two files, and the changes of the draft that go along whatever becomes of this conflict, in the places of `before`. */
export type Versions = { before: Config; now: Config; others: readonly Change[] };

type Found<Kind extends FoundBlock['kind']> = Extract<FoundBlock, { kind: Kind }>;
type Fields = Record<string, unknown>;

/** The changes that say for the new file what `group`, all for one block, said for the old one; null when nothing can. */
export function remakeChanges(group: readonly Change[], versions: Versions): Change[] | null {
  const [first] = group;
  if (!first) return [];
  const { before, now } = versions;
  const was = blockOf(before, first);
  const remade = was ? remakeForBlock(group, was, versions) : group.flatMap((change) => remakeOther(change, now));
  return remade && withMissingCommands(remade, versions);
}

function remakeForBlock(group: readonly Change[], was: FoundBlock, versions: Versions): Change[] | null {
  const { before, now } = versions;
  const is = partnerOf(before, now, was);
  if (was.kind === 'command') {
    if (!is) return addCommandAgain(group, was.block);
    return is.kind === 'command' ? group.flatMap((change) => forCommand(change, was.block, is.block)) : null;
  }
  if (!is) return addResponseAgain(group, was, versions);
  return is.kind === 'response' ? group.flatMap((change) => forResponse(change, was, is)) : null;
}

/** A field as the block says it: what is absent, or is no text, counts as something else than whatever is asked. */
const writtenIn = (block: object) => (key: string) => {
  const value = (block as Fields)[key];
  return typeof value === 'string' ? value : null;
};

/** Of `set`, what the person had changed and the others have not changed the same way. */
function stillNew<Set extends object>(set: Set, was: object, is: object): Partial<Set> {
  return changedFields(changedFields(set, writtenIn(was)), writtenIn(is)) as Partial<Set>;
}

const stillSet = <Key extends string>(unset: readonly Key[], was: object, is: object): Key[] =>
  unset.filter((key) => (was as Fields)[key] !== null && (is as Fields)[key] !== null);

function forResponse(change: Change, was: Found<'response'>, is: Found<'response'>): Change[] {
  const place = { ...is.item.target, fingerprint: is.block.fingerprint };
  switch (change.op) {
    case 'edit-response': {
      const { disabled, ...asked } = change.set;
      const set = stillNew(asked, was.block, is.block);
      const isSwitched = disabled !== undefined && disabled !== was.item.off && disabled !== is.item.off;
      const unset = stillSet(change.unset ?? [], was.block, is.block);
      if (Object.keys(set).length === 0 && unset.length === 0 && !isSwitched) return [];
      const all = { ...set, ...(isSwitched && { disabled }) };
      return [{ op: 'edit-response', ...place, set: all, ...(unset.length > 0 && { unset }) }];
    }
    case 'disable-response':
      return is.item.off ? [] : [{ op: 'disable-response', ...place }];
    case 'enable-response':
      return is.item.off ? [{ op: 'enable-response', ...place }] : [];
    case 'remove-response':
      return [{ op: 'remove-response', ...place }];
    default:
      return [];
  }
}

/** The block is gone: what the person made of it comes back as a new one. A removal has nothing left to do. */
function addResponseAgain(
  group: readonly Change[],
  was: Found<'response'>,
  { before, now, others }: Versions,
): Change[] | null {
  if (group.some(({ op }) => op === 'remove-response')) return [];
  const named = others.filter(({ op }) => op === 'edit-command' || op === 'add-command');
  const { responses } = outcomesOf(before.model, [...named, ...group]);
  const after = responses.find(({ block }) => block?.span.start === was.block.span.start)?.after;
  if (!after) return null;
  const response = inputOf({ ...was.block, ...after, line: was.block.line });
  if (!response) return null;
  const command = nameAfter(before, now, response.command);
  return [{ op: 'add-response', response: { ...response, command, ...(after.off && { disabled: true }) } }];
}

function forCommand(change: Change, was: CommandBlock, is: CommandBlock): Change[] {
  if (is.name === null) return [change];
  if (change.op === 'remove-command') {
    return [{ op: 'remove-command', name: is.name, ...(is.shadowed && { index: is.index }) }];
  }
  if (change.op !== 'edit-command') return [];
  const { timeoutAllowed, ...asked } = change.set;
  const wanted = change.unset?.includes('timeoutAllowed') ? false : timeoutAllowed;
  const isSwitched = wanted !== undefined && wanted !== was.timeoutAllowed && wanted !== is.timeoutAllowed;
  const set = { ...stillNew(asked, was, is), ...(isSwitched && { timeoutAllowed: wanted }) };
  const unset = stillSet(change.unset?.filter((key) => key === 'extraArgs') ?? [], was, is);
  if (Object.keys(set).length === 0 && unset.length === 0) return [];
  return [{ op: 'edit-command', name: is.name, set, ...(unset.length > 0 && { unset }) }];
}

function addCommandAgain(group: readonly Change[], was: CommandBlock): Change[] | null {
  const input = commandInput(was);
  const edit = group.find((change) => change.op === 'edit-command');
  if (!edit) return [];
  if (!input) return null;
  const command = { ...input, ...edit.set };
  for (const key of edit.unset ?? []) delete command[key];
  return [{ op: 'add-command', command }];
}

/** An addition that the new file does not take as it is. */
function remakeOther(change: Change, now: Config): Change[] {
  switch (change.op) {
    case 'add-command': {
      const { name, ...rest } = change.command;
      const theirs = now.model.commands.find((one) => one.name === name);
      if (!theirs) return [change];
      const set = { timeoutAllowed: false, ...rest };
      const unset = rest.extraArgs === undefined && theirs.extraArgs !== null ? (['extraArgs'] as const) : [];
      const edit: Change = { op: 'edit-command', name, set, ...(unset.length > 0 && { unset: [...unset] }) };
      return forCommand(edit, { ...theirs, executable: null, timeoutAllowed: !set.timeoutAllowed }, theirs);
    }
    case 'add-white-list':
      return now.model.whiteList.some(({ address }) => address === change.address) ? [] : [change];
    case 'remove-white-list':
      return now.model.whiteList.some(({ address }) => address === change.address) ? [change] : [];
    default:
      return [change];
  }
}
