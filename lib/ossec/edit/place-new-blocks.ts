/*
 * Where new blocks go. A command lands above the first response that uses it, behind the commands there; a response behind
 * the last one, and never above its command (dialect §3).
 */
import type { Section } from '../model/read-model.ts';
import type { XmlNode } from '../syntax/xml-tree.ts';
import { COMMAND_ORDER, RESPONSE_ORDER } from './block-tags.ts';
import { insertAfter, insertAtEnd, insertBefore, type NewBlock, type Range } from './place-blocks.ts';
import { rootAround, type Scene } from './scene.ts';
import { assertStaysInside, wrapInComment } from './switch-off.ts';
import { type CommandTarget, commandOf, nameOf, type ResponseTarget, type TargetState } from './target-state.ts';
import type { TextEdit } from './text-edit.ts';

/** Something that stays in the file, to stand beside. */
type Anchor = { range: Range; like: XmlNode; root: XmlNode };

const asAnchor = ({ node, rootNode }: Section): Anchor => ({ range: node, like: node, root: rootNode });

const commandAnchor = (scene: Scene, target: CommandTarget): Anchor[] => {
  const section = target.block && scene.commands[target.block.index];
  return section && !target.removed ? [asAnchor(section)] : [];
};

function responseAnchor(scene: Scene, target: ResponseTarget): Anchor[] {
  if (target.removed) return [];
  const section = target.block && scene.responses[target.block.index];
  if (section) return [asAnchor(section)];
  const span = target.commented?.span;
  const root = span && rootAround(scene, span);
  const like = scene.responses[0]?.node ?? scene.commands[0]?.node ?? root;
  return span && root && like ? [{ range: span, like, root }] : [];
}

export function newCommandEdits(scene: Scene, state: TargetState): TextEdit[] {
  const added = state.commands.filter((target) => !target.removed && target.block === null);
  if (added.length === 0) return [];
  const commands = state.commands.flatMap((target) => commandAnchor(scene, target));
  const responses = state.responses.flatMap((target) => {
    const [anchor] = responseAnchor(scene, target);
    return anchor ? [{ anchor, name: commandOf(target), live: !target.off || target.commented === null }] : [];
  });
  responses.sort((a, b) => a.anchor.range.start - b.anchor.range.start);
  return added.map((target) => {
    const block: NewBlock = { name: 'command', tags: target.tags, order: COMMAND_ORDER };
    const name = nameOf(target);
    const user = responses.find((response) => response.live && response.name === name)?.anchor;
    const above = commands.findLast(({ range }) => !user || range.end <= user.range.start);
    if (above) return insertAfter(scene.tree, above.range, above.like, above.root, block);
    const before = user ?? responses.find((response) => response.live)?.anchor;
    if (before) return insertBefore(scene.tree, before.range, before.like, before.root, block);
    return insertAtEnd(scene.tree, scene.home, block);
  });
}

export function newResponseEdits(scene: Scene, state: TargetState): TextEdit[] {
  const added = state.responses.filter((target) => !target.removed && !target.block && !target.commented);
  if (added.length === 0) return [];
  const commands = state.commands.flatMap((target) => commandAnchor(scene, target));
  const responses = state.responses.flatMap((target) => responseAnchor(scene, target));
  const last = responses.sort((a, b) => a.range.end - b.range.end).at(-1) ?? commands.at(-1);
  return added.map((target) => {
    const { tags, off } = target;
    if (off) assertStaysInside(tags);
    const block: NewBlock = {
      name: 'active-response',
      tags,
      order: RESPONSE_ORDER,
      ...(off && { wrap: wrapInComment }),
    };
    const command = state.commands.find((one) => !one.removed && nameOf(one) === commandOf(target));
    // A new command stands at the latest behind the last one.
    const [own] = command?.block ? commandAnchor(scene, command) : commands.slice(-1);
    const anchor = own && last && own.range.end > last.range.end ? own : last;
    if (!anchor) return insertAtEnd(scene.tree, scene.home, block);
    return insertAfter(scene.tree, anchor.range, anchor.like, anchor.root, block);
  });
}
