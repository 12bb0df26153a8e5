/*
 * A response as the comparison sees it: a block of the file or one inside a comment, with its values in a canonical form, so
 * that two ways of writing the same thing are equal.
 */
import type { Config } from '../index.ts';
import type { CommentedResponse, ResponseBlock } from '../model/config-model.ts';

type Block = ResponseBlock | CommentedResponse;

export type ResponseItem = {
  target: { index: number } | { commented: number };
  bytes: string;
  block: Block;
  off: boolean;
};

/** All responses of a file: blocks first, then those inside comments. */
export function responseItems({ tree, model }: Config): { blocks: ResponseItem[]; commented: ResponseItem[] } {
  const bytes = ({ span }: Block) => tree.text.slice(span.start, span.end);
  return {
    blocks: model.responses.map((block) => ({
      target: { index: block.index },
      bytes: bytes(block),
      block,
      off: block.disabled,
    })),
    commented: model.commented.map((block) => ({
      target: { commented: block.commented },
      bytes: bytes(block),
      block,
      off: true,
    })),
  };
}

const ID_LIST = /^ *\d+ *(, *\d+ *)*,?$/;

/** The ids when the list is one that the manager reads to its end; null for anything odd. */
export const plainIds = (text: string): number[] | null =>
  ID_LIST.test(text) ? text.split(',').flatMap((part) => (part.trim() === '' ? [] : [Number(part)])) : null;

/** The number when the text is written as Riposte would write it. */
export const plainNumber = (text: string): number | null =>
  /^(0|[1-9]\d{0,9})$/.test(text) && Number(text) <= 2147483647 ? Number(text) : null;

/** What the block says, without its layout; `rename` maps the names of commands to those after a rename. */
export function valuesKey({ block }: ResponseItem, rename: (name: string) => string = (name) => name): string {
  const ids = block.rulesId === null ? null : (plainIds(block.rulesId)?.join(',') ?? block.rulesId);
  const command = block.command === null ? null : rename(block.command);
  return JSON.stringify([command, block.location, block.agentId, block.level, block.rulesGroup, ids, block.timeout]);
}

/** What the block says, and whether it is off. */
export const itemKey = (item: ResponseItem, rename?: (name: string) => string): string =>
  `${item.off ? 'off' : 'on'} ${valuesKey(item, rename)}`;
