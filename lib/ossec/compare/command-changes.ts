/*
 * The changes between the commands of two files. A command keeps its identity by its name; one that only changed its name is
 * recognised by its executable. Says `unsaid` where no change can express the difference.
 */
import type { Change, CommandInput } from '../edit/change.ts';
import type { CommandBlock } from '../model/config-model.ts';
import { matchByKey } from './match-items.ts';

export type CommandChanges = {
  edits: Change[];
  additions: Change[];
  removals: Change[];
  /** Name before → name after, for renamed commands. */
  renamed: Map<string, string>;
  /** Pairs, for those who look at what the values do not say. */
  pairs: [CommandBlock, CommandBlock][];
  unsaid: boolean;
};

export function commandChanges(before: readonly CommandBlock[], after: readonly CommandBlock[]): CommandChanges {
  const byName = matchByKey(before, after, (command) => command.name);
  const byProgram = matchByKey(byName.before, byName.after, (command) => command.executable);
  const pairs = [...byName.pairs, ...byProgram.pairs];
  const edits = pairs.map(([was, is]) => editOf(was, is));
  const additions = byProgram.after.map(additionOf);
  const removals = byProgram.before.map(removalOf);
  const isKnown = <T>(change: T | null | 'none'): change is T => change !== null && change !== 'none';
  return {
    edits: edits.filter((change) => isKnown(change)),
    additions: additions.filter((change) => change !== null),
    removals: removals.filter((change) => change !== null),
    renamed: new Map(
      pairs.flatMap(([was, is]) =>
        was.name !== null && is.name !== null && was.name !== is.name ? [[was.name, is.name]] : [],
      ),
    ),
    pairs,
    unsaid: [...edits, ...additions, ...removals].includes(null) || isReordered(byName.pairs, after),
  };
}

const isReordered = (pairs: [CommandBlock, CommandBlock][], after: readonly CommandBlock[]): boolean => {
  const places = pairs.map(([, is]) => after.indexOf(is));
  return places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0));
};

function editOf(was: CommandBlock, is: CommandBlock): Change | null | 'none' {
  const set: Partial<CommandInput> = {};
  const unset: 'extraArgs'[] = [];
  if (is.name !== was.name) {
    if (!is.name) return null;
    set.name = is.name;
  }
  if (is.executable !== was.executable) {
    if (!is.executable) return null;
    set.executable = is.executable;
  }
  if (is.extraArgs !== was.extraArgs) {
    if (is.extraArgs === '') return null;
    if (is.extraArgs === null) unset.push('extraArgs');
    else set.extraArgs = is.extraArgs;
  }
  if (is.timeoutAllowed !== was.timeoutAllowed) set.timeoutAllowed = is.timeoutAllowed;
  if (Object.keys(set).length === 0 && unset.length === 0) return 'none';
  // A second command of one name can't be addressed; the manager never uses it.
  if (was.name === null || was.shadowed) return null;
  return { op: 'edit-command', name: was.name, set, ...(unset.length > 0 && { unset }) };
}

function additionOf({ name, executable, extraArgs, timeoutAllowed, shadowed }: CommandBlock): Change | null {
  if (!name || !executable || extraArgs === '' || shadowed) return null;
  const command = { name, executable, ...(timeoutAllowed && { timeoutAllowed }), ...(extraArgs && { extraArgs }) };
  return { op: 'add-command', command };
}

const removalOf = ({ name, shadowed, index }: CommandBlock): Change | null =>
  name === null ? null : { op: 'remove-command', name, ...(shadowed && { index }) };
