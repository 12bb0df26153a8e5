/*
 * How a new block is put beside its neighbours: on whole lines where the file has them, with the blank line that keeps
 * their rhythm. Everything else stays byte for byte.
 */
import { encodeText } from '../byte-text.ts';
import { fullEnd, indexFrom, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';
import type { Tags } from './block-tags.ts';
import {
  eolAt,
  indentAt,
  isBlankBefore,
  isBlankLine,
  isBlankText,
  layoutInside,
  layoutLike,
  lineStart,
  lineTextEnd,
  onlyCommentsFollow,
  wholeLines,
} from './layout.ts';
import type { TextEdit } from './text-edit.ts';
import { writeBlock } from './write-block.ts';

export type NewBlock = {
  name: string;
  tags: Tags;
  order: readonly string[];
  wrap?: (block: string, eol: string, indent: string) => string;
};

export type Range = { start: number; end: number };

function blockText(tree: XmlTree, like: XmlNode | null, root: XmlNode, block: NewBlock) {
  const layout = like ? layoutLike(tree, like) : layoutInside(tree, root);
  const tags: Tags = new Map([...block.tags].map(([tag, value]) => [tag, value === null ? null : encodeText(value)]));
  const text = writeBlock(block.name, tags, block.order, layout);
  return { layout, text: block.wrap ? block.wrap(text, layout.eol, layout.indent) : text };
}

/** Behind the block or comment `anchor`. `like` is the element whose layout the new block copies. */
export function insertAfter(tree: XmlTree, anchor: Range, like: XmlNode, root: XmlNode, block: NewBlock): TextEdit {
  const { text, layout } = blockText(tree, like, root, block);
  // A comment behind the block on its line belongs to it.
  const end = onlyCommentsFollow(tree, anchor.end) ? lineTextEnd(tree.text, anchor.end) : anchor.end;
  const lines = wholeLines(tree.text, anchor.start, end);
  if (!lines) return { start: anchor.end, end: anchor.end, text };
  const isFollowed = lines.end < lineStart(tree.text, root.closeStart) && !isBlankLine(tree.text, lines.end);
  const spaced = isBlankBefore(tree.text, lines.start) || !(isFollowed || isSibling(tree, lines.start, like));
  return { start: lines.end, end: lines.end, text: `${spaced ? layout.eol : ''}${layout.indent}${text}${layout.eol}` };
}

/** The line above `start` ends a block of the same kind: then the file sets no blank lines between them. */
function isSibling(tree: XmlTree, start: number, like: XmlNode): boolean {
  let node = tree.nodes[indexFrom(tree.nodes, start) - 1];
  while (node && node.depth > like.depth) node = tree.nodes[node.parent];
  return node?.name === like.name && wholeLines(tree.text, node.start, node.end)?.end === start;
}

/** In front of the block or comment `anchor`, above the comment lines that belong to it. */
export function insertBefore(tree: XmlTree, anchor: Range, like: XmlNode, root: XmlNode, block: NewBlock): TextEdit {
  const { text, layout } = blockText(tree, like, root, block);
  if (indentAt(tree.text, anchor.start) === null) return { start: anchor.start, end: anchor.start, text };
  let at = lineStart(tree.text, anchor.start);
  for (let above = indexFrom(tree.comments, anchor.start) - 1; above >= 0; above--) {
    const comment = tree.comments[above] as Range;
    const lines = wholeLines(tree.text, comment.start, comment.end);
    if (lines?.end !== at) break;
    at = lines.start;
  }
  return { start: at, end: at, text: `${layout.indent}${text}${layout.eol}${layout.oneLine ? '' : layout.eol}` };
}

/** As the last thing in a root. */
export function insertAtEnd(tree: XmlTree, root: XmlNode, block: NewBlock): TextEdit {
  const { text, layout } = blockText(tree, null, root, block);
  // openSelfClosed writes the closing tag behind it.
  const close = root.selfClosed ? fullEnd(tree.text, root) : root.closeStart;
  const isEmpty = isBlankText(tree.text.slice(root.openEnd, root.closeStart));
  if (root.selfClosed || indentAt(tree.text, close) === null) {
    const onLines = isEmpty && !layout.oneLine;
    return { start: close, end: close, text: onLines ? `${layout.eol}${layout.indent}${text}` : text };
  }
  const at = lineStart(tree.text, close);
  const first = isBlankBefore(tree.text, at) || isEmpty;
  return { start: at, end: at, text: `${first ? '' : layout.eol}${layout.indent}${text}${layout.eol}` };
}

/** `<ossec_config/>` becomes two tags as soon as something is written behind it. */
export function rootTagEdits(tree: XmlTree, root: XmlNode, edits: readonly TextEdit[]): TextEdit[] {
  const close = root.selfClosed ? fullEnd(tree.text, root) : root.closeStart;
  const isUsed = edits.some((edit) => edit.start === close && edit.end === close);
  if (!isUsed || !isBlankText(tree.text.slice(root.openEnd, close).replace(/>$/, ''))) return [];
  const eol = eolAt(tree.text, root.start);
  const ending = { start: close, end: close };
  if (!root.selfClosed) return indentAt(tree.text, close) === null ? [{ ...ending, text: eol }] : [];
  const slash = tree.text.lastIndexOf('/', close - 1);
  return [
    { start: slash, end: slash + 1, text: '' },
    { ...ending, text: `${eol}${indentAt(tree.text, root.start) ?? ''}</${root.name}>` },
  ];
}
