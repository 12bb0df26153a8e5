/*
 * From a target state to text edits. Every block of the file is edited where it stands; new commands land above the first
 * response that uses them, new responses behind the last one (and never above their command: dialect §3).
 */
import type { Config } from '../index.ts';
import { parseCommented } from '../model/read-commented-responses.ts';
import { type Section, sectionsNamed } from '../model/read-model.ts';
import type { XmlNode, XmlTree } from '../syntax/xml-tree.ts';
import { COMMAND_ORDER, RESPONSE_ORDER } from './block-tags.ts';
import { editTags } from './edit-tags.ts';
import { layoutLike } from './layout.ts';
import { insertAfter, insertAtEnd, insertBefore, type NewBlock, removeBlock } from './place-blocks.ts';
import { RefusedChange } from './refusal.ts';
import { canBeCommented, commentOut, uncomment, wrapInComment } from './switch-off.ts';
import { type CommandTarget, commandOf, nameOf, type ResponseTarget, type TargetState } from './target-state.ts';
import { normaliseEdits, type TextEdit } from './text-edit.ts';
import { whiteListEdits } from './white-list-edits.ts';

/** What the edits of one plan need to know of the file. */
export type Scene = {
  tree: XmlTree;
  roots: XmlNode[];
  commands: Section[];
  responses: Section[];
};

export function sceneOf({ tree }: Config): Scene {
  const roots = tree.nodes.filter((node) => node.depth === 0 && node.name === 'ossec_config');
  return { tree, roots, commands: sectionsNamed(tree, 'command'), responses: sectionsNamed(tree, 'active-response') };
}

/** All edits of the state, sorted. */
export function buildEdits(config: Config, state: TargetState): TextEdit[] {
  const scene = sceneOf(config);
  const edits = [
    ...state.commands.flatMap((target) => commandEdits(scene, target)),
    ...state.responses.flatMap((target) => responseEdits(scene, target)),
    ...newCommandEdits(scene, state),
    ...newResponseEdits(scene, state),
    ...whiteListEdits(scene, state),
  ];
  return normaliseEdits(config.tree.text, edits);
}

function commandEdits({ tree, commands }: Scene, target: CommandTarget): TextEdit[] {
  const section = target.block && commands[target.block.index];
  if (!section) return [];
  if (target.removed) return [removeBlock(tree, section.node, section.rootNode.closeStart)];
  return editTags(tree, section.index, target.tags, COMMAND_ORDER);
}

function responseEdits(scene: Scene, target: ResponseTarget): TextEdit[] {
  if (target.commented) return commentedEdits(scene, target, target.commented);
  const section = target.block && scene.responses[target.block.index];
  if (!section || !target.block) return [];
  const { tree } = scene;
  if (target.removed) return [removeBlock(tree, section.node, section.rootNode.closeStart)];
  const edits = editTags(tree, section.index, target.tags, RESPONSE_ORDER);
  if (target.off === target.block.disabled) return edits;
  if (!target.off) return [...edits, ...editTags(tree, section.index, new Map([['disabled', 'no']]), RESPONSE_ORDER)];
  const { start, end } = section.node;
  if (!canBeCommented(tree.text.slice(start, end))) {
    return [...edits, ...editTags(tree, section.index, new Map([['disabled', 'yes']]), RESPONSE_ORDER)];
  }
  const { eol, indent } = layoutLike(tree, section.node);
  return [...edits, ...commentOut(tree, start, end, eol, indent)];
}

function commentedEdits(
  { tree, roots }: Scene,
  target: ResponseTarget,
  { span }: NonNullable<ResponseTarget['commented']>,
): TextEdit[] {
  const root = roots.find((node) => node.start < span.start && node.end > span.end) ?? roots[0];
  if (target.removed) return [removeBlock(tree, span, root?.closeStart ?? span.end)];
  const inner = parseCommented(tree.text, span.start, span.end);
  const block = inner?.tree.nodes[0];
  if (!inner || !block)
    throw new RefusedChange('block-not-editable', 'The comment no longer holds a response.', 'Reload the page.');
  const shift = (edit: TextEdit) => ({ ...edit, start: edit.start + inner.offset, end: edit.end + inner.offset });
  const edits = editTags(inner.tree, 0, target.tags, RESPONSE_ORDER).map(shift);
  if (target.off) return edits;
  const tagged = inner.tree.nodes.some((node) => node.name === 'disabled' && node.value === 'yes');
  if (tagged) edits.push(...editTags(inner.tree, 0, new Map([['disabled', 'no']]), RESPONSE_ORDER).map(shift));
  return [...edits, ...uncomment(span, inner.offset + block.start, inner.offset + block.end)];
}

const staying = <T extends CommandTarget | ResponseTarget>(targets: T[]): T[] =>
  targets.filter((target) => !target.removed);
const isNew = (target: CommandTarget | ResponseTarget) =>
  !target.removed && target.block === null && !('commented' in target && target.commented);

function newCommandEdits(scene: Scene, state: TargetState): TextEdit[] {
  return state.commands.filter(isNew).map((target) => {
    const block: NewBlock = { name: 'command', tags: target.tags, order: COMMAND_ORDER };
    const users = staying(state.responses).filter(
      (response) => response.block && commandOf(response) === nameOf(target),
    );
    const firstUser = users.map((user) => scene.responses[user.block?.index ?? -1]).find((section) => section);
    const anchors = staying(state.commands).flatMap((one) =>
      one.block ? (scene.commands[one.block.index] ?? []) : [],
    );
    const anchor = anchors.findLast((section) => !firstUser || section.node.end <= firstUser.node.start);
    if (anchor) return insertAfter(scene.tree, anchor.node, anchor.node, anchor.rootNode, block);
    const before = firstUser ?? scene.responses[0];
    if (before) return insertBefore(scene.tree, before.node, before.rootNode, block);
    return insertAtEnd(scene.tree, scene.roots[0] as XmlNode, block);
  });
}

function newResponseEdits(scene: Scene, state: TargetState): TextEdit[] {
  return state.responses.filter(isNew).map((target) => {
    const block: NewBlock = {
      name: 'active-response',
      tags: target.tags,
      order: RESPONSE_ORDER,
      ...(target.off && { wrap: wrapInComment }),
    };
    const anchor = lastPlace(scene, state, target);
    if (!anchor) return insertAtEnd(scene.tree, scene.roots[0] as XmlNode, block);
    return insertAfter(scene.tree, anchor.range, anchor.like, anchor.root, block);
  });
}

type Anchor = { range: { start: number; end: number }; like: XmlNode; root: XmlNode };

/** Behind the last response (or commented one), but never above the command it uses. */
function lastPlace(scene: Scene, state: TargetState, target: ResponseTarget): Anchor | null {
  const responses = staying(state.responses).flatMap((one) => {
    const section = one.block && scene.responses[one.block.index];
    if (section) return { range: section.node, like: section.node, root: section.rootNode };
    const span = one.commented?.span;
    const root = span && scene.roots.find((node) => node.start < span.start && node.end > span.end);
    const like = root && (scene.responses[0]?.node ?? scene.commands[0]?.node);
    return span && root && like ? { range: span, like, root } : [];
  });
  const command = state.commands.find((one) => !one.removed && nameOf(one) === commandOf(target));
  const commands = staying(state.commands).flatMap((one) => (one.block ? (scene.commands[one.block.index] ?? []) : []));
  const own = command?.block ? scene.commands[command.block.index] : commands.at(-1);
  const asAnchor = (section: Section | undefined): Anchor | null =>
    section ? { range: section.node, like: section.node, root: section.rootNode } : null;
  const last = responses.sort((a, b) => a.range.end - b.range.end).at(-1) ?? null;
  const least = asAnchor(own);
  if (!last) return asAnchor(commands.at(-1)) ?? least;
  return least && least.range.end > last.range.end ? least : last;
}
