/*
 * The edits of the white list: a new entry stands behind the last one; a <global> that would be left empty goes as a whole,
 * because the manager refuses an empty one (dialect §3).
 */
import { encodeText } from '../byte-text.ts';
import { type Section, sectionsNamed } from '../model/read-model.ts';
import { fullEnd, type XmlNode } from '../syntax/xml-tree.ts';
import { eolAt, indentAt, layoutInside, lineTextEnd, onlyCommentsFollow, wholeLines } from './layout.ts';
import { insertAtEnd } from './place-blocks.ts';
import type { Scene } from './scene.ts';
import type { TargetState } from './target-state.ts';
import type { TextEdit } from './text-edit.ts';

type Goes = (node: XmlNode) => boolean;

const goesBy = (state: TargetState): Goes => {
  const removed = new Set(state.whiteListRemoved.map(encodeText));
  return (node) => node.name === 'white_list' && removed.has(node.value);
};

/** The <global> blocks, those first that would be left empty. One is kept where the new entries find no other. */
function sortGlobals({ tree }: Scene, state: TargetState, goes: Goes): { emptied: Section[]; staying: Section[] } {
  const filled = sectionsNamed(tree, 'global').filter((global) => global.children.length > 0);
  const emptied = filled.filter((global) => global.children.every(goes));
  if (state.whiteListAdded.length > 0 && emptied.length === filled.length) emptied.pop();
  return { emptied, staying: filled.filter((global) => !emptied.includes(global)) };
}

/** The <global> blocks that hold nothing but entries to be removed. */
export function emptiedGlobals(scene: Scene, state: TargetState): XmlNode[] {
  if (state.whiteListRemoved.length === 0) return [];
  return sortGlobals(scene, state, goesBy(state)).emptied.map((global) => global.node);
}

/** The edits inside the <global> blocks that stay, and a new one where there is none. */
export function whiteListEdits(scene: Scene, state: TargetState): TextEdit[] {
  if (state.whiteListAdded.length === 0 && state.whiteListRemoved.length === 0) return [];
  const goes = goesBy(state);
  const { staying } = sortGlobals(scene, state, goes);
  const gone = staying.flatMap((global) => global.children.filter(goes));
  return [...additions(scene, staying, state, goes), ...gone.map((node) => removal(scene.tree.text, node))];
}

function removal(text: string, node: XmlNode): TextEdit {
  const end = fullEnd(text, node);
  return { ...(wholeLines(text, node.start, end) ?? { start: node.start, end }), text: '' };
}

function additions(scene: Scene, homes: Section[], { whiteListAdded }: TargetState, goes: Goes): TextEdit[] {
  if (whiteListAdded.length === 0) return [];
  const { text } = scene.tree;
  const elements = whiteListAdded.map((address) => `<white_list>${encodeText(address)}</white_list>`);
  const isEntry = (node: XmlNode) => node.name === 'white_list';
  const home = homes.findLast((global) => global.children.some(isEntry)) ?? homes.at(-1);
  const anchor = home && (home.children.findLast(isEntry) ?? home.children.at(-1));
  if (!anchor) {
    // One <global> per entry would be odd: the block is written whole, its elements joined as one text.
    const { eol, indent, step, oneLine } = layoutInside(scene.tree, scene.home);
    const between = oneLine ? '' : eol + indent + step;
    const tags = new Map([['white_list', whiteListAdded.join(`</white_list>${between}<white_list>`)]]);
    return [insertAtEnd(scene.tree, scene.home, { name: 'global', tags, order: ['white_list'] })];
  }
  const end = fullEnd(text, anchor);
  const indent = indentAt(text, anchor.start);
  if (indent === null || !onlyCommentsFollow(scene.tree, end)) return [{ start: end, end, text: elements.join('') }];
  const eol = eolAt(text, end);
  const lines = goes(anchor) ? wholeLines(text, anchor.start, end) : null;
  if (lines) return [{ start: lines.end, end: lines.end, text: elements.map((one) => indent + one + eol).join('') }];
  const at = lineTextEnd(text, end);
  return [{ start: at, end: at, text: elements.map((one) => eol + indent + one).join('') }];
}
