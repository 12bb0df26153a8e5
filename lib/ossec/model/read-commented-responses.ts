/*
 * Active responses inside comments: the safe way to switch one off (dialect §7), and what many admins do by hand. A comment
 * counts when it holds exactly one whole <active-response> with a command; words around it are allowed, other tags are not.
 */
import { fingerprintOf } from '../byte-text.ts';
import { parseXml } from '../syntax/parse-xml.ts';
import { childrenAsRead, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';
import type { CommentedResponse } from './config-model.ts';
import type { LineIndex } from './line-index.ts';
import { readResponseFields } from './read-model.ts';

const KNOWN = new Set([
  'command',
  'location',
  'agent_id',
  'level',
  'rules_group',
  'rules_id',
  'timeout',
  'disabled',
  'repeated_offenders',
  'ca_store',
]);

/** The one <active-response> inside the comment [start, end): its tree, and where its text starts in the file. */
export function parseCommented(text: string, start: number, end: number): { tree: XmlTree; offset: number } | null {
  if (!text.startsWith('<!--', start) || !text.startsWith('-->', end - 3)) return null;
  const offset = start + 4;
  const inner = text.slice(offset, end - 3);
  if (!inner.includes('<active-response')) return null;
  const tree = parseXml(inner);
  const roots = childrenAsRead(tree, -1);
  const root = tree.nodes[roots[0] ?? -1];
  if (tree.error || roots.length !== 1 || root?.name !== 'active-response' || tree.comments.length > 0) return null;
  const children = childrenAsRead(tree, 0);
  const known = children.every((child) => KNOWN.has(tree.nodes[child]?.name ?? ''));
  const hasCommand = children.some((child) => tree.nodes[child]?.name === 'command');
  return known && hasCommand && tree.nodes.length === children.length + 1 ? { tree, offset } : null;
}

/** The commented-out responses that stand directly in an <ossec_config> root, in file order. */
export function readCommentedResponses(tree: XmlTree, lines: LineIndex): CommentedResponse[] {
  const found: CommentedResponse[] = [];
  for (const { start, end, parent } of tree.comments) {
    const host = tree.nodes[parent];
    if (host?.depth !== 0 || host.name !== 'ossec_config') continue;
    const inner = parseCommented(tree.text, start, end);
    if (!inner) continue;
    const block = inner.tree.nodes[0] as XmlNode;
    found.push({
      span: { start, end },
      line: lines.lineOf(inner.offset + block.start),
      endLine: lines.lineOf(inner.offset + block.end - 1),
      fingerprint: fingerprintOf(tree.text.slice(start, end)),
      commented: found.length,
      ...readResponseFields(inner.tree.nodes.slice(1)),
      hasAttributes: block.attributes.length > 0,
    });
  }
  return found;
}
