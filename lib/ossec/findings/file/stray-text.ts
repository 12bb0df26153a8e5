/*
 * Words between tags are dropped without a word. Worth a warning where someone meant to switch a line off with `#`, or
 * typed a value behind its tag.
 */
import { decodeText } from '../../byte-text.ts';
import type { Config } from '../../index.ts';
import { sectionsNamed } from '../../model/read-model.ts';
import { lineAt, type XmlNode, type XmlTree } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { onFile, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const ID = 'stray-text';
const MOST = 20;

export const strayText: FileCheck = { id: ID, lint: null, run };

type Gap = { start: number; text: string; inBlock: boolean; hides: boolean };

function run({ tree }: Config): Finding[] {
  if (tree.error) return [];
  return gapsOf(tree)
    .slice(0, MOST)
    .map(({ start, text, inBlock, hides }) => {
      const line = lineAt(tree.text, start);
      const words = shown(decodeText(text.trim()));
      if (hides) {
        return onFile(
          ID,
          say(
            'warning',
            '# does not start a comment',
            'The tags on this line are live. Put them between <!-- and -->',
            line,
          ),
        );
      }
      const title = `Wazuh ignores the text ${words}`;
      if (inBlock)
        return onFile(ID, say('warning', title, 'It stands outside the tags. Put it inside one, or remove it.', line));
      return onFile(ID, say('note', title, 'It stands outside the tags, where text means nothing.', line));
    });
}

/** Runs of text directly in roots, in commands and responses, and outside all. */
function gapsOf(tree: XmlTree): Gap[] {
  const blocks = new Set(
    [...sectionsNamed(tree, 'command'), ...sectionsNamed(tree, 'active-response')].map(({ index }) => index),
  );
  const holes = new Map<number, { start: number; end: number }[]>([[-1, []]]);
  tree.nodes.forEach((node, index) => {
    if (blocks.has(index) || (node.depth === 0 && node.name === 'ossec_config')) holes.set(index, []);
  });
  for (const node of tree.nodes) holes.get(node.parent)?.push(node);
  for (const comment of tree.comments) holes.get(comment.parent)?.push(comment);
  return [...holes].flatMap(([index, cut]) => textBetween(tree.text, tree.nodes[index], cut, blocks.has(index)));
}

function textBetween(
  text: string,
  host: XmlNode | undefined,
  cut: { start: number; end: number }[],
  inBlock: boolean,
): Gap[] {
  const gaps: Gap[] = [];
  let at = host ? host.openEnd : 0;
  const end = host ? host.closeStart : text.length;
  for (const hole of [...cut.sort((a, b) => a.start - b.start), { start: end, end }]) {
    const piece = text.slice(at, hole.start);
    const first = piece.search(/\S/);
    // A byte order mark, or the ">" that "<tag />" leaves behind, is nobody's text.
    if (first !== -1 && !/^[\s>\xef\xbb\xbf]*$/.test(piece)) {
      gaps.push({
        start: at + first,
        text: piece,
        inBlock,
        hides: hole.start < end && /(^|\n)[ \t]*#[^\n]*$/.test(piece),
      });
    }
    at = Math.max(at, hole.end);
  }
  return gaps;
}
