/*
 * Changing the elements of a block in place: only the bytes of a value, or the line of an element, are touched. Comments
 * inside a value stay, attributes stay, the order of elements stays.
 */
import { encodeText } from '../byte-text.ts';
import type { XmlNode, XmlTree } from '../syntax/xml-tree.ts';
import type { Tags } from './block-tags.ts';
import { endsLine, eolAt, indentAt, layoutLike, lineEnd, wholeLines } from './layout.ts';
import { RefusedChange } from './refusal.ts';
import type { TextEdit } from './text-edit.ts';

/** `<tag />` leaves its `>` to the parent's text (dialect §2.5): an edit of the element takes it along. */
const fullEnd = (text: string, node: XmlNode): number =>
  node.selfClosed && text[node.end - 1] !== '>' && text[node.end] === '>' ? node.end + 1 : node.end;

/** The edits that give the block at `index` the asked tags. `order` decides where a new element goes. */
export function editTags(tree: XmlTree, index: number, tags: Tags, order: readonly string[]): TextEdit[] {
  const children = tree.nodes.filter((node) => node.parent === index);
  const edits: TextEdit[] = [];
  const staying = children.filter((child) => tags.get(child.name) !== null);
  for (const tag of [...tags.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b))) {
    const value = tags.get(tag);
    const existing = children.filter((child) => child.name === tag);
    const last = existing.at(-1);
    if (value === undefined) continue;
    if (value === null) edits.push(...existing.map((node) => removeElement(tree.text, node)));
    else if (last) edits.push(...replaceValue(tree, last, encodeText(value)));
    else edits.push(insertElement(tree, index, staying, tag, encodeText(value), order));
  }
  return edits;
}

function removeElement(text: string, node: XmlNode): TextEdit {
  const end = fullEnd(text, node);
  return { ...(wholeLines(text, node.start, end) ?? { start: node.start, end }), text: '' };
}

function replaceValue(tree: XmlTree, node: XmlNode, value: string): TextEdit[] {
  if (node.value === value) return [];
  if (node.selfClosed) {
    return [{ start: node.start, end: fullEnd(tree.text, node), text: `<${node.name}>${value}</${node.name}>` }];
  }
  const nested = tree.nodes.some((other) => other.start > node.start && other.end <= node.closeStart);
  if (nested) {
    throw new RefusedChange(
      'block-not-editable',
      `<${node.name}> holds other tags. Riposte does not touch values it cannot read for certain.`,
      'Mend this block with an editor, then reload.',
    );
  }
  return replaceText(tree, node, value);
}

/** The value goes where its first text stands; comments between stay as they are. */
function replaceText(tree: XmlTree, node: XmlNode, value: string): TextEdit[] {
  const pieces: { start: number; end: number }[] = [];
  let at = node.openEnd;
  for (const comment of tree.comments) {
    if (comment.start < node.openEnd || comment.end > node.closeStart) continue;
    pieces.push({ start: at, end: comment.start });
    at = comment.end;
  }
  pieces.push({ start: at, end: node.closeStart });
  const main = Math.max(
    0,
    pieces.findIndex((piece) => piece.end > piece.start),
  );
  return pieces.map((piece, n) => ({ ...piece, text: n === main ? value : '' }));
}

function insertElement(
  tree: XmlTree,
  index: number,
  staying: XmlNode[],
  tag: string,
  value: string,
  order: readonly string[],
): TextEdit {
  const { text } = tree;
  const block = tree.nodes[index] as XmlNode;
  const element = `<${tag}>${value}</${tag}>`;
  const rank = order.indexOf(tag);
  const before = staying.findLast((child) => order.indexOf(child.name) < rank) ?? null;
  const anchor = before ? fullEnd(text, before) : block.openEnd;
  const indent = before ? indentAt(text, before.start) : null;
  const onOwnLine = before ? indent !== null && restIsComment(tree, anchor) : endsLine(text, anchor);
  if (!onOwnLine) return { start: anchor, end: anchor, text: element };
  const layout = layoutLike(tree, block);
  const at = lineTextEnd(text, anchor);
  return { start: at, end: at, text: `${eolAt(text, anchor)}${indent ?? layout.indent + layout.step}${element}` };
}

/** The end of the line's text, in front of its line ending. */
function lineTextEnd(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text[end - 1] !== '\n') return end;
  return text[end - 2] === '\r' && end - 2 >= offset ? end - 2 : end - 1;
}

/** Only blanks and whole comments follow on the line. */
function restIsComment(tree: XmlTree, offset: number): boolean {
  const end = lineTextEnd(tree.text, offset);
  let at = offset;
  for (const comment of tree.comments) {
    if (comment.start < at || comment.start >= end) continue;
    if (comment.end > end || tree.text.slice(at, comment.start).trim() !== '') return false;
    at = comment.end;
  }
  return tree.text.slice(at, end).trim() === '';
}
