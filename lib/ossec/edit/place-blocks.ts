/*
 * Where new blocks go, and how a block is taken out: on whole lines where the file has them, with the blank line that keeps
 * the rhythm of its neighbours. Everything else stays byte for byte.
 */
import { encodeText } from '../byte-text.ts';
import type { XmlNode, XmlTree } from '../syntax/xml-tree.ts';
import type { Tags } from './block-tags.ts';
import { eolAt, indentAt, isBlankLine, layoutInside, layoutLike, lineStart, wholeLines } from './layout.ts';
import type { TextEdit } from './text-edit.ts';
import { writeBlock } from './write-block.ts';

export type NewBlock = {
  name: string;
  tags: Tags;
  order: readonly string[];
  wrap?: (block: string, eol: string, indent: string) => string;
};

type Range = { start: number; end: number };

const previousLine = (text: string, start: number): number => (start === 0 ? -1 : lineStart(text, start - 1));

const isBlankBefore = (text: string, start: number): boolean => {
  const previous = previousLine(text, start);
  return previous >= 0 && isBlankLine(text, previous);
};

function blockText(tree: XmlTree, like: XmlNode | null, root: XmlNode, block: NewBlock) {
  const layout = like ? layoutLike(tree, like) : layoutInside(tree, root);
  const tags: Tags = new Map([...block.tags].map(([tag, value]) => [tag, value === null ? null : encodeText(value)]));
  const text = writeBlock(block.name, tags, block.order, layout);
  return { layout, text: block.wrap ? block.wrap(text, layout.eol, layout.indent) : text };
}

/** Behind the block or comment `anchor`. `like` is the element whose layout the new block copies. */
export function insertAfter(tree: XmlTree, anchor: Range, like: XmlNode, root: XmlNode, block: NewBlock): TextEdit {
  const { text, layout } = blockText(tree, like, root, block);
  const lines = wholeLines(tree.text, anchor.start, anchor.end);
  if (!lines) return { start: anchor.end, end: anchor.end, text };
  const spaced = isBlankBefore(tree.text, lines.start) || !isSibling(tree, lines.start, like);
  return { start: lines.end, end: lines.end, text: `${spaced ? layout.eol : ''}${layout.indent}${text}${layout.eol}` };
}

/** The line above `start` ends a block of the same kind: then the file sets no blank lines between them. */
const isSibling = (tree: XmlTree, start: number, like: XmlNode): boolean =>
  tree.nodes.some(
    (node) =>
      node.name === like.name &&
      node.depth === like.depth &&
      wholeLines(tree.text, node.start, node.end)?.end === start,
  );

/** In front of the block `anchor`, above the comment lines that belong to it. */
export function insertBefore(tree: XmlTree, anchor: XmlNode, root: XmlNode, block: NewBlock): TextEdit {
  const { text, layout } = blockText(tree, anchor, root, block);
  if (indentAt(tree.text, anchor.start) === null) return { start: anchor.start, end: anchor.start, text };
  let at = lineStart(tree.text, anchor.start);
  for (const comment of [...tree.comments].reverse()) {
    const lines = wholeLines(tree.text, comment.start, comment.end);
    if (lines?.end === at && comment.end <= anchor.start) at = lines.start;
  }
  return { start: at, end: at, text: `${layout.indent}${text}${layout.eol}${layout.oneLine ? '' : layout.eol}` };
}

/** As the last thing in a root. */
export function insertAtEnd(tree: XmlTree, root: XmlNode, block: NewBlock): TextEdit {
  const { text, layout } = blockText(tree, null, root, block);
  if (indentAt(tree.text, root.closeStart) === null) {
    const isEmpty = tree.text.slice(root.openEnd, root.closeStart).trim() === '' && !layout.oneLine;
    const eol = eolAt(tree.text, root.start);
    return {
      start: root.closeStart,
      end: root.closeStart,
      text: isEmpty ? `${eol}${layout.indent}${text}${eol}` : text,
    };
  }
  const at = lineStart(tree.text, root.closeStart);
  const first = isBlankBefore(tree.text, at) || tree.text.slice(root.openEnd, at).trim() === '';
  return { start: at, end: at, text: `${first ? '' : layout.eol}${layout.indent}${text}${layout.eol}` };
}

/** Takes a block out: its lines, and one of two blank lines that would be left. */
export function removeBlock(tree: XmlTree, { start, end }: Range, rootClose: number): TextEdit {
  const lines = wholeLines(tree.text, start, end);
  if (!lines) return { start, end, text: '' };
  const isLast = tree.text.slice(lines.end, rootClose).trim() === '';
  if (isBlankBefore(tree.text, lines.start)) {
    if (isBlankLine(tree.text, lines.end) && !isLast) {
      const blankEnd = tree.text.indexOf('\n', lines.end);
      return { start: lines.start, end: blankEnd === -1 ? tree.text.length : blankEnd + 1, text: '' };
    }
    if (isLast) return { start: previousLine(tree.text, lines.start), end: lines.end, text: '' };
  }
  return { ...lines, text: '' };
}
