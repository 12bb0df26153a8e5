/*
 * How a file is laid out around a place: line ends, indentation, whether blocks stand on one line. New text takes the
 * layout of its neighbours; the rest of the file is never touched.
 */
import type { XmlNode, XmlTree } from '../syntax/xml-tree.ts';

export type Layout = {
  eol: string;
  /** Indentation of the block's own tags. */
  indent: string;
  /** One level more, for what stands inside. */
  step: string;
  /** The neighbours are written on one line. */
  oneLine: boolean;
};

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
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  return /^[ \t]*$/.test(before) ? before : null;
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

/** The line ending used on the line of `offset`, or the first one of the file. */
export function eolAt(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  const at = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** True when the line from `start` holds only blanks. */
export const isBlankLine = (text: string, start: number): boolean =>
  start < text.length && /^[ \t\r]*$/.test(text.slice(start, lineEnd(text, start)).replace(/\n$/, ''));

const unitOf = (outer: string, inner: string): string | null =>
  inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : null;

/** The layout of a block that stands like `node`: its own indentation, and one step further inside. */
export function layoutLike(tree: XmlTree, node: XmlNode): Layout {
  const { text, nodes } = tree;
  const indent = indentAt(text, node.start) ?? '';
  const child = nodes.find((one) => one.start > node.start && one.end <= node.end && one.depth === node.depth + 1);
  const inner = child ? indentAt(text, child.start) : null;
  const oneLine = child !== undefined && !text.slice(node.start, node.end).includes('\n');
  const step = (inner !== null && unitOf(indent, inner)) || indent || '  ';
  return { eol: eolAt(text, node.start), indent, step, oneLine };
}

/** The layout of a first block inside a root that may be empty. */
export function layoutInside(tree: XmlTree, root: XmlNode): Layout {
  const outer = indentAt(tree.text, root.start) ?? '';
  const child = tree.nodes.find((one) => one.start > root.start && one.end <= root.end && one.depth === root.depth + 1);
  if (child) return layoutLike(tree, child);
  return { eol: eolAt(tree.text, root.start), indent: `${outer}  `, step: '  ', oneLine: false };
}
