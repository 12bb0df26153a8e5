/*
 * How blocks are taken out: their lines, and one of the two blank lines that would be left. Neighbours that go together are
 * taken out as one piece, so that they don't both claim the blank line between them.
 */
import { fullEnd, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';
import { isBlankBefore, isBlankLine, isBlankText, lineEnd, previousLine, wholeLines } from './layout.ts';
import type { Range } from './place-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/** A block as a piece of text, with the `>` that `<tag />` leaves behind. */
export const blockRange = (tree: XmlTree, node: XmlNode): Range => ({
  start: node.start,
  end: fullEnd(tree.text, node),
});

/** The edits that take `gone`, blocks and comments of `roots`, out of the file. */
export function removeBlocks(tree: XmlTree, roots: readonly XmlNode[], gone: readonly Range[]): TextEdit[] {
  const pieces: Range[] = [];
  for (const { start, end } of [...gone].sort((a, b) => a.start - b.start)) {
    const last = pieces.at(-1);
    if (last && isBlankText(tree.text.slice(last.end, start))) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces.map((piece) => {
    const root = roots.find((node) => node.start < piece.start && node.end > piece.end);
    return removePiece(tree.text, piece, root ?? { openEnd: piece.start, closeStart: piece.end });
  });
}

function removePiece(text: string, { start, end }: Range, root: Pick<XmlNode, 'openEnd' | 'closeStart'>): TextEdit {
  const lines = wholeLines(text, start, end);
  if (!lines) return { start, end, text: '' };
  const isFirst = isBlankText(text.slice(root.openEnd, lines.start));
  const isLast = isBlankText(text.slice(lines.end, root.closeStart));
  const isSpaced = isBlankBefore(text, lines.start);
  if (isLast && isSpaced) return { start: previousLine(text, lines.start), end: lines.end, text: '' };
  const takesBlank = !isLast && (isFirst || isSpaced) && isBlankLine(text, lines.end);
  return { start: lines.start, end: takesBlank ? lineEnd(text, lines.end) : lines.end, text: '' };
}
