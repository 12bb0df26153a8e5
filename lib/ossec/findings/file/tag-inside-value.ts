/* Of a value with tags in it, only the text behind the last one counts (dialect §2.5). */
import { decodeText } from '../../byte-text.ts';
import type { Config } from '../../index.ts';
import { type Section, sectionsNamed } from '../../model/read-model.ts';
import { lineAt, type XmlNode, type XmlTree } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const ID = 'tag-inside-value';

export const tagInsideValue: FileCheck = { id: ID, lint: null, run };

function insideOf(tree: XmlTree, { index, node }: Section): XmlNode[] {
  let end = index + 1;
  while ((tree.nodes[end]?.start ?? Number.POSITIVE_INFINITY) < node.end) end++;
  return tree.nodes.slice(index + 1, end);
}

function run({ tree }: Config): Finding[] {
  const look = (kind: 'command' | 'response') => (section: Section, index: number) =>
    insideOf(tree, section)
      .filter(({ parent }) => section.children.includes(tree.nodes[parent] ?? section.node))
      .map((inner): Finding => {
        const host = decodeText(tree.nodes[inner.parent]?.name ?? '');
        const value = decodeText(tree.nodes[inner.parent]?.value ?? '');
        const said = say(
          'error',
          `<${decodeText(inner.name)}> stands inside <${host}>`,
          `Wazuh ignores it, and reads the value as ${shown(value)}. Move it behind </${host}>.`,
        );
        return { id: ID, subject: { kind, index }, line: lineAt(tree.text, inner.start), ...said };
      });
  return [
    ...sectionsNamed(tree, 'command').flatMap(look('command')),
    ...sectionsNamed(tree, 'active-response').flatMap(look('response')),
  ];
}
