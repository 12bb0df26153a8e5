/*
 * The changes between the responses of two files. Equal bytes in order are the same response; of the rest, equal values, then
 * the same command. A response that went into a comment, or came out of one, was switched off or on.
 */
import type { Change } from '../edit/change.ts';
import type { Config } from '../index.ts';
import { type Matching, matchByKey, matchInOrder } from './match-items.ts';
import { type ResponseItem, responseItems, valuesKey } from './response-item.ts';
import { editValues, inputOf } from './response-values.ts';

export type ResponseChanges = {
  edits: Change[];
  additions: Change[];
  removals: Change[];
  pairs: [ResponseItem, ResponseItem][];
  /** Something changed that no change can say: an odd value, another place. */
  unsaid: boolean;
};

export function responseChanges(before: Config, after: Config, renamed: Map<string, string>): ResponseChanges {
  const { pairs, before: gone, after: come } = matchResponses(before, after, renamed);
  const rename = (name: string) => renamed.get(name) ?? name;
  const edits = pairs.map(([was, is]) => editOf(was, is, rename));
  const additions = come.map(additionOf);
  return {
    edits: edits.filter((change) => change !== null && change !== 'none'),
    additions: additions.filter((change) => change !== null),
    removals: gone.map(({ target }) => ({ op: 'remove-response', ...target })),
    pairs,
    unsaid: edits.includes(null) || additions.includes(null) || isReordered(pairs),
  };
}

function matchResponses(before: Config, after: Config, renamed: Map<string, string>): Matching<ResponseItem> {
  const was = responseItems(before);
  const is = responseItems(after);
  const rename = (name: string) => renamed.get(name) ?? name;
  const values = (item: ResponseItem) => valuesKey(item, rename);
  const command = ({ block }: ResponseItem) => (block.command === null ? null : rename(block.command));
  const commandAfter = ({ block }: ResponseItem) => block.command;
  const isOnOff = ({ off }: ResponseItem) => (off ? 'off ' : 'on ');
  const blocks = matchInOrder(was.blocks, is.blocks, (item) => item.bytes);
  const comments = matchInOrder(was.commented, is.commented, (item) => item.bytes);
  const steps: ((rest: Matching<ResponseItem>) => Matching<ResponseItem>)[] = [
    (rest) =>
      matchByKey(
        rest.before,
        rest.after,
        (one) => isOnOff(one) + values(one),
        (one) => isOnOff(one) + valuesKey(one),
      ),
    (rest) => matchByKey(rest.before, rest.after, values, (one) => valuesKey(one)),
    (rest) =>
      matchByKey(
        rest.before,
        rest.after,
        (one) => isOnOff(one) + command(one),
        (one) => isOnOff(one) + commandAfter(one),
      ),
    (rest) => matchByKey(rest.before, rest.after, command, commandAfter),
  ];
  let rest = {
    pairs: [...blocks.pairs, ...comments.pairs],
    before: [...blocks.before, ...comments.before],
    after: [...blocks.after, ...comments.after],
  };
  for (const step of steps) {
    const next = step(rest);
    rest = { ...next, pairs: [...rest.pairs, ...next.pairs] };
  }
  return rest;
}

/** 'none' when nothing is to be said, null when it can't be. */
function editOf(was: ResponseItem, is: ResponseItem, rename: (name: string) => string): Change | null | 'none' {
  const values = editValues(was.block, is.block, rename);
  if (!values) return null;
  const isSame = Object.keys(values.set).length === 0 && values.unset.length === 0;
  if (isSame && was.off === is.off) return 'none';
  if (isSame) return { op: is.off ? 'disable-response' : 'enable-response', ...was.target };
  const set = { ...values.set, ...(was.off !== is.off && { disabled: is.off }) };
  return { op: 'edit-response', ...was.target, set, ...(values.unset.length > 0 && { unset: values.unset }) };
}

function additionOf(item: ResponseItem): Change | null {
  const response = inputOf(item.block);
  return response && { op: 'add-response', response: { ...response, ...(item.off && { disabled: true }) } };
}

/** Blocks that stay blocks, in another order. */
function isReordered(pairs: [ResponseItem, ResponseItem][]): boolean {
  const places = pairs
    .flatMap(([{ target: was }, { target: is }]) =>
      'index' in was && 'index' in is ? [[was.index, is.index] as const] : [],
    )
    .sort(([a], [b]) => a - b);
  return places.some(([, place], at) => at > 0 && place < (places[at - 1]?.[1] ?? 0));
}
