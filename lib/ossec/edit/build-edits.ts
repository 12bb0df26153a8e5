/*
 * From a target state to text edits. Every block of the file is edited where it stands. The order of the list decides what
 * comes first where two insertions meet: a new command above what uses it, a new response behind everything.
 */
import type { Config } from '../index.ts';
import { parseCommented } from '../model/read-commented-responses.ts';
import type { XmlNode } from '../syntax/xml-tree.ts';
import { COMMAND_ORDER, RESPONSE_ORDER, type Tags } from './block-tags.ts';
import { editTags, enableTags } from './edit-tags.ts';
import { layoutLike } from './layout.ts';
import { type Range, rootTagEdits } from './place-blocks.ts';
import { newCommandEdits, newResponseEdits } from './place-new-blocks.ts';
import { RefusedChange } from './refusal.ts';
import { blockRange, removeBlocks } from './remove-blocks.ts';
import { type Scene, sceneOf } from './scene.ts';
import { assertFoundAgain, assertStaysInside, canBeCommented, commentOut, uncomment } from './switch-off.ts';
import type { CommandTarget, ResponseTarget, TargetState } from './target-state.ts';
import { normaliseEdits, type TextEdit } from './text-edit.ts';
import { emptiedGlobals, whiteListEdits } from './white-list-edits.ts';

/** All edits of the state, sorted. */
export function buildEdits(config: Config, state: TargetState): TextEdit[] {
  const scene = sceneOf(config);
  const edits = [
    ...newCommandEdits(scene, state),
    ...state.commands.flatMap((target) => commandEdits(scene, target)),
    ...state.responses.flatMap((target) => responseEdits(scene, target)),
    ...newResponseEdits(scene, state),
    ...whiteListEdits(scene, state),
    ...removeBlocks(scene.tree, scene.roots, goneRanges(scene, state)),
  ];
  return normaliseEdits(config.tree.text, [...edits, ...rootTagEdits(scene.tree, scene.home, edits)]);
}

/** The blocks, and comments with a block, that are taken out. */
function goneRanges(scene: Scene, state: TargetState): Range[] {
  const nodes = [
    ...state.commands.flatMap(({ removed, block }) => (removed && block && scene.commands[block.index]?.node) || []),
    ...state.responses.flatMap(({ removed, block }) => (removed && block && scene.responses[block.index]?.node) || []),
    ...emptiedGlobals(scene, state),
  ];
  const comments = state.responses.flatMap(({ removed, commented }) => (removed && commented ? [commented.span] : []));
  return [...nodes.map((node) => blockRange(scene.tree, node)), ...comments];
}

function commandEdits({ tree, commands }: Scene, target: CommandTarget): TextEdit[] {
  const section = target.block && commands[target.block.index];
  if (!section || target.removed) return [];
  const tags: Tags = new Map(target.tags);
  // Absent means no: a form that sends what it shows must not write a line for it.
  const isAbsent = section.children.every((child) => child.name !== 'timeout_allowed');
  if (tags.get('timeout_allowed') === 'no' && isAbsent) tags.delete('timeout_allowed');
  return editTags(tree, section.index, tags, COMMAND_ORDER);
}

function responseEdits(scene: Scene, target: ResponseTarget): TextEdit[] {
  if (target.removed) return [];
  if (target.commented) return commentedEdits(scene, target, target.commented);
  const section = target.block && scene.responses[target.block.index];
  if (!section || !target.block) return [];
  const { tree } = scene;
  const edits = editTags(tree, section.index, target.tags, RESPONSE_ORDER);
  if (target.off === target.block.disabled) return edits;
  if (!target.off) return [...edits, ...enableTags(tree, section.index)];
  const { start, end } = blockRange(tree, section.node);
  if (!canBeCommented(tree.text.slice(start, end))) {
    return [...edits, ...editTags(tree, section.index, new Map([['disabled', 'yes']]), RESPONSE_ORDER)];
  }
  assertStaysInside(target.tags);
  assertFoundAgain(tree.text.slice(start, end), target.block.line);
  const { eol, indent } = layoutLike(tree, section.node);
  return [...edits, ...commentOut(tree, start, end, eol, indent)];
}

function commentedEdits(
  { tree }: Scene,
  target: ResponseTarget,
  { span }: NonNullable<ResponseTarget['commented']>,
): TextEdit[] {
  const inner = parseCommented(tree.text, span.start, span.end);
  if (!inner)
    throw new RefusedChange('block-not-editable', 'The comment no longer holds a response.', 'Reload the page.');
  if (target.off) assertStaysInside(target.tags);
  const tags = editTags(inner.tree, 0, target.tags, RESPONSE_ORDER);
  const edits = target.off ? tags : [...tags, ...enableTags(inner.tree, 0)];
  const shifted = edits.map((edit) => ({
    ...edit,
    start: edit.start + inner.offset,
    end: edit.end + inner.offset,
  }));
  if (target.off) return shifted;
  const { start, end } = inner.tree.nodes[0] as XmlNode;
  return [...shifted, ...uncomment(tree.text, span, inner.offset + start, inner.offset + end)];
}
