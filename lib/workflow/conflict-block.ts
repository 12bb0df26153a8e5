/*
 * The block that a change is for, and what became of it in another version of the file. Pairs blocks as the comparison of
 * two files does; knows no draft.
 */
import { commandChanges } from '../ossec/compare/command-changes.ts';
import { responseChanges } from '../ossec/compare/response-changes.ts';
import { type ResponseItem, responseItems } from '../ossec/compare/response-item.ts';
import type { Change, CommandBlock, Config } from '../ossec/index.ts';

export type FoundBlock =
  | { kind: 'response'; item: ResponseItem; block: ResponseItem['block'] }
  | { kind: 'command'; block: CommandBlock };

type Place = { index?: number; commented?: number };

const isAt = ({ target }: ResponseItem, { index, commented }: Place): boolean =>
  'commented' in target ? target.commented === commented : commented === undefined && target.index === index;

/** The block of `config` that `change` is for; null when it is for none, or there is none. */
export function blockOf(config: Config, change: Change): FoundBlock | null {
  switch (change.op) {
    case 'edit-response':
    case 'remove-response':
    case 'disable-response':
    case 'enable-response': {
      const { blocks, commented } = responseItems(config);
      const item = [...blocks, ...commented].find((one) => isAt(one, change));
      return item ? { kind: 'response', item, block: item.block } : null;
    }
    case 'edit-command':
    case 'remove-command': {
      const index = change.op === 'remove-command' ? change.index : undefined;
      const { commands } = config.model;
      const block = commands.find((one) => one.name === change.name && (index === undefined || one.index === index));
      return block ? { kind: 'command', block } : null;
    }
    default:
      return null;
  }
}

/** What became of `found`, a block of `before`, in `after`; null when it was removed. */
export function partnerOf(before: Config, after: Config, found: FoundBlock): FoundBlock | null {
  const commands = commandChanges(before.model.commands, after.model.commands);
  if (found.kind === 'command') {
    const block = commands.pairs.find(([was]) => was.index === found.block.index)?.[1];
    return block ? { kind: 'command', block } : null;
  }
  const { pairs } = responseChanges(before, after, commands.renamed);
  const item = pairs.find(([was]) => isAt(was, found.item.target))?.[1];
  return item ? { kind: 'response', item, block: item.block } : null;
}

/** The name that a command of `before` has in `after`; its own when it kept it, or is gone. */
export function nameAfter(before: Config, after: Config, name: string): string {
  return commandChanges(before.model.commands, after.model.commands).renamed.get(name) ?? name;
}
