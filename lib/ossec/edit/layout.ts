/*
 * How a file is laid out around a place: line ends, indentation, whether blocks stand on one line. New text takes the
 * layout of its neighbours; the rest of the file is never touched.
 */
import { commentsWithin, firstChild, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';

export type Layout = {
  eol: string;
  /** Indentation of the block's own tags. */
  indent: string;
  /** One level more, for what stands inside. */
  step: string;
  /** The neighbours are written on one line. */
  oneLine: boolean;
};

/** Only blanks and line ends. Not trim(): in a byte string 0xA0 may be half of a letter. */
export const isBlankText = (text: string): boolean => /^[ \t\r\n]*$/.test(text);

const isSpace = (char: string | undefined) => char === ' ' || char === '\t';

/** Start of the line on which `offset` stands. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Just behind the line end at or after `offset`; the text's length on the last line. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at + 1;
}

/** The blanks between the line's start and `offset`, or null when something else stands there. */
export function indentAt(text: string, offset: number): string | null {
  let start = offset;
  while (isSpace(text[start - 1])) start--;
  return start === 0 || text[start - 1] === '\n' ? text.slice(start, offset) : null;
}

/** True when nothing but blanks follows on the line. */
export function endsLine(text: string, offset: number): boolean {
  let at = offset;
  while (isSpace(text[at])) at++;
  return at >= text.length || text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n');
}

/** The whole lines of a span that shares its lines with nothing else; null when it does not. */
export function wholeLines(text: string, start: number, end: number): { start: number; end: number } | null {
  return indentAt(text, start) !== null && endsLine(text, end)
    ? { start: lineStart(text, start), end: lineEnd(text, end) }
    : null;
}

/** The end of the line's text, in front of its line ending. */
export function lineTextEnd(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text[end - 1] !== '\n') return end;
  return text[end - 2] === '\r' && end - 2 >= offset ? end - 2 : end - 1;
}

/** True when only blanks and whole comments follow `offset` on its line: they belong to what stands in front of them. */
export function onlyCommentsFollow(tree: XmlTree, offset: number): boolean {
  const end = lineTextEnd(tree.text, offset);
  let at = offset;
  for (const comment of commentsWithin(tree, offset, end)) {
    if (!isBlankText(tree.text.slice(at, comment.start))) return false;
    at = comment.end;
  }
  return isBlankText(tree.text.slice(at, end));
}

/** The line ending used on the line of `offset`, or the first one of the file. */
export function eolAt(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  const at = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** True when the line from `start` holds only blanks. */
export const isBlankLine = (text: string, start: number): boolean =>
  start < text.length && /^[ \t\r]*$/.test(text.slice(start, lineEnd(text, start)).replace(/\n$/, ''));

/** The start of the line above the one that starts at `start`; -1 on the first line. */
export const previousLine = (text: string, start: number): number => (start === 0 ? -1 : lineStart(text, start - 1));

/** The line above the one that starts at `start` is blank. */
export const isBlankBefore = (text: string, start: number): boolean =>
  start > 0 && isBlankLine(text, previousLine(text, start));

const unitOf = (outer: string, inner: string): string | null =>
  inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : null;

/** The layout of a block that stands like `node`: its own indentation, and one step further inside. */
export function layoutLike(tree: XmlTree, node: XmlNode): Layout {
  const { text } = tree;
  const indent = indentAt(text, node.start) ?? '';
  const child = firstChild(tree, node);
  const inner = child ? indentAt(text, child.start) : null;
  const oneLine = child !== undefined && !text.slice(node.start, node.end).includes('\n');
  const step = (inner !== null && unitOf(indent, inner)) || indent || '  ';
  return { eol: eolAt(text, node.start), indent, step, oneLine };
}

/** The layout of a first block inside a root that may be empty. */
export function layoutInside(tree: XmlTree, root: XmlNode): Layout {
  const outer = indentAt(tree.text, root.start) ?? '';
  const child = firstChild(tree, root);
  if (child) return layoutLike(tree, child);
  return { eol: eolAt(tree.text, root.start), indent: `${outer}  `, step: '  ', oneLine: false };
}
