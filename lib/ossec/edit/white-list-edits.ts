/*
 * The edits of the white list: a new entry stands behind the last one; a <global> that would be left empty goes as a whole,
 * because the manager refuses an empty one (dialect §3).
 */
import { encodeText } from '../byte-text.ts';
import { type Section, sectionsNamed } from '../model/read-model.ts';
import type { XmlNode } from '../syntax/xml-tree.ts';
import type { Scene } from './build-edits.ts';
import { indentAt, layoutLike, wholeLines } from './layout.ts';
import { insertAtEnd, removeBlock } from './place-blocks.ts';
import type { TargetState } from './target-state.ts';
import type { TextEdit } from './text-edit.ts';

export function whiteListEdits(scene: Scene, state: TargetState): TextEdit[] {
  if (state.whiteListAdded.length === 0 && state.whiteListRemoved.length === 0) return [];
  const globals = sectionsNamed(scene.tree, 'global');
  const removed = new Set(state.whiteListRemoved.map(encodeText));
  const goes = (node: XmlNode) => node.name === 'white_list' && removed.has(node.value);
  return [...globals.flatMap((global) => removals(scene, global, goes)), ...additions(scene, globals, goes, state)];
}

function removals(
  { tree }: Scene,
  { node, children, rootNode }: Section,
  goes: (node: XmlNode) => boolean,
): TextEdit[] {
  const gone = children.filter(goes);
  if (gone.length > 0 && gone.length === children.length) return [removeBlock(tree, node, rootNode.closeStart)];
  return gone.map(({ start, end }) => ({ ...(wholeLines(tree.text, start, end) ?? { start, end }), text: '' }));
}

function additions(scene: Scene, globals: Section[], goes: (node: XmlNode) => boolean, state: TargetState): TextEdit[] {
  if (state.whiteListAdded.length === 0) return [];
  const elements = state.whiteListAdded.map((address) => `<white_list>${encodeText(address)}</white_list>`);
  const homes = globals.filter((global) => !global.children.every(goes));
  const home = homes.findLast((global) => global.children.some((one) => one.name === 'white_list')) ?? homes.at(-1);
  if (!home) {
    // One <global> per entry would be odd: the block is written whole, its elements joined as one text.
    const tags = new Map([['white_list', state.whiteListAdded.join('</white_list><white_list>')]]);
    return [insertAtEnd(scene.tree, scene.roots[0] as XmlNode, { name: 'global', tags, order: ['white_list'] })];
  }
  const anchor = (home.children.findLast((one) => one.name === 'white_list') ?? home.children.at(-1)) as XmlNode;
  const indent = indentAt(scene.tree.text, anchor.start);
  const separator = indent === null ? '' : `${layoutLike(scene.tree, home.node).eol}${indent}`;
  const lines = wholeLines(scene.tree.text, anchor.start, anchor.end);
  // Behind a line that itself goes away the text must not hang on its end.
  if (lines && goes(anchor))
    return [
      {
        start: lines.end,
        end: lines.end,
        text: elements.map((one) => `${indent}${one}${separator.replace(indent ?? '', '')}`).join(''),
      },
    ];
  return [{ start: anchor.end, end: anchor.end, text: elements.map((one) => separator + one).join('') }];
}
