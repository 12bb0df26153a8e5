/*
 * What the changes do not speak of: the file without its commands, responses and white list, and inside a paired block its
 * comments, attributes and further tags. Blank lines and indentation do not count.
 */
import type { Config } from '../index.ts';
import type { Span } from '../model/config-model.ts';
import { sectionsNamed } from '../model/read-model.ts';
import { childrenAsRead, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';

const SAID: Record<string, ReadonlySet<string>> = {
  command: new Set(['name', 'executable', 'extra_args', 'timeout_allowed']),
  'active-response': new Set([
    'disabled',
    'command',
    'location',
    'agent_id',
    'level',
    'rules_group',
    'rules_id',
    'timeout',
  ]),
};

/** The text that no change is about, one piece a line. */
export function otherLines({ tree, model }: Config): string {
  const whiteLists = sectionsNamed(tree, 'global')
    .filter(({ children }) => children.every((child) => child.name === 'white_list'))
    .map(({ node }) => node);
  const spans: Span[] = [
    ...model.commands.map(({ span }) => span),
    ...model.responses.map(({ span }) => span),
    ...model.commented.map(({ span }) => span),
    ...model.whiteList.map(({ span }) => span),
    ...whiteLists,
  ].sort((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) rest += `${tree.text.slice(at, start)}\n`;
    at = Math.max(at, end);
  }
  return (rest + tree.text.slice(at))
    .replace(/>\s*</g, '>\n<')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** What stands in a block besides the values that changes can say; `span` is the block's. */
export function residueOf(tree: XmlTree, span: Span): string {
  const index = tree.nodes.findIndex((node) => node.start === span.start);
  const node = tree.nodes[index];
  if (!node) return '';
  const said = SAID[node.name] ?? new Set();
  const children = childrenAsRead(tree, index).map((child) => tree.nodes[child] as XmlNode);
  const others = children.filter((child) => !said.has(child.name)).map((child) => [child.name, child.value]);
  const comments = tree.comments
    .filter(({ start, end }) => start > node.start && end < node.end)
    .map(({ start, end }) => tree.text.slice(start, end));
  return JSON.stringify([node.attributes, others, comments]);
}
