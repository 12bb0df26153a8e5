/*
 * Changing the elements of a block in place: only the bytes of a value, or the line of an element, are touched. Comments
 * inside a value stay, attributes stay, the order of elements stays.
 */
import { encodeText } from '../byte-text.ts';
import { childrenOf, commentsWithin, firstChild, fullEnd, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';
import type { Tags } from './block-tags.ts';
import { endsLine, eolAt, indentAt, layoutLike, lineTextEnd, onlyCommentsFollow, wholeLines } from './layout.ts';
import { RefusedChange } from './refusal.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits that give the block at `index` the asked tags. `order` decides where a new element goes. */
export function editTags(tree: XmlTree, index: number, tags: Tags, order: readonly string[]): TextEdit[] {
  if (tags.size === 0) return [];
  const children = childrenOf(tree, index);
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

/** The edits that make every <disabled> of the block at `index` say no: of several, any yes would count. */
export function enableTags(tree: XmlTree, index: number): TextEdit[] {
  const tags = childrenOf(tree, index).filter((child) => child.name === 'disabled' && child.value === 'yes');
  return tags.flatMap((node) => replaceValue(tree, node, 'no'));
}

function removeElement(text: string, node: XmlNode): TextEdit {
  const end = fullEnd(text, node);
  return { ...(wholeLines(text, node.start, end) ?? { start: node.start, end }), text: '' };
}

function replaceValue(tree: XmlTree, node: XmlNode, value: string): TextEdit[] {
  if (node.value === value) return [];
  if (node.selfClosed) return [openUp(tree.text, node, value)];
  if (firstChild(tree, node)) {
    throw new RefusedChange(
      'block-not-editable',
      `<${node.name}> holds other tags. Riposte does not touch values it cannot read for certain.`,
      'Mend this block with an editor, then reload.',
    );
  }
  return replaceText(tree, node, value);
}

/** `<tag a="1" />` becomes `<tag a="1">value</tag>`: an attribute stays. */
function openUp(text: string, node: XmlNode, value: string): TextEdit {
  const end = fullEnd(text, node);
  const open = text.slice(node.start, end);
  const slash = /[ \t]*\/>$/.exec(open);
  // A slash elsewhere (`<tag/ >`, `<tag /x`) is too odd to keep.
  if (!slash) return { start: node.start, end, text: `<${node.name}>${value}</${node.name}>` };
  return { start: node.start + slash.index, end, text: `>${value}</${node.name}>` };
}

/** The value goes where its first text stands; comments between stay as they are. */
function replaceText(tree: XmlTree, node: XmlNode, value: string): TextEdit[] {
  const pieces: { start: number; end: number }[] = [];
  let at = node.openEnd;
  for (const comment of commentsWithin(tree, node.openEnd, node.closeStart)) {
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
  if (block.selfClosed) {
    throw new RefusedChange(
      'block-not-editable',
      `<${block.name}/> is empty: there is nothing to change in it.`,
      'Remove the block, then add a new one.',
    );
  }
  const element = `<${tag}>${value}</${tag}>`;
  const rank = order.indexOf(tag);
  const before = staying.findLast((child) => order.indexOf(child.name) < rank) ?? null;
  const anchor = before ? fullEnd(text, before) : block.openEnd;
  const indent = before ? indentAt(text, before.start) : null;
  const onOwnLine = before ? indent !== null && onlyCommentsFollow(tree, anchor) : endsLine(text, anchor);
  if (!onOwnLine) return { start: anchor, end: anchor, text: element };
  const layout = layoutLike(tree, block);
  const at = lineTextEnd(text, anchor);
  return { start: at, end: at, text: `${eolAt(text, anchor)}${indent ?? layout.indent + layout.step}${element}` };
}
