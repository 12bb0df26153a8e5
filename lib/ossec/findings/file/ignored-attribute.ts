/* Attributes mean nothing on commands, responses and their tags (dialect §2.4). */
import { decodeText } from '../../byte-text.ts';
import type { Config } from '../../index.ts';
import { type Section, sectionsNamed } from '../../model/read-model.ts';
import { lineAt, type XmlNode } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { type Said, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const ID = 'ignored-attribute';

export const ignoredAttribute: FileCheck = { id: ID, lint: null, run };

function run({ tree }: Config): Finding[] {
  const look = (kind: 'command' | 'response') => (section: Section, index: number) =>
    [section.node, ...section.children].flatMap((node): Finding[] => {
      const said = saidOf(node);
      return said ? [{ id: ID, subject: { kind, index }, line: lineAt(tree.text, node.start), ...said }] : [];
    });
  return [
    ...sectionsNamed(tree, 'command').flatMap(look('command')),
    ...sectionsNamed(tree, 'active-response').flatMap(look('response')),
  ];
}

/** One finding for all attributes of a tag. */
function saidOf({ attributes }: XmlNode): Said | null {
  const off = attributes.find(({ name }) => /^(disabled|enabled|active)$/i.test(name));
  const first = off ?? attributes[0];
  if (!first) return null;
  const written = shown(decodeText(`${first.name}="${first.value}"`));
  if (off)
    return say(
      'error',
      `${written} does nothing`,
      'Only a <disabled> tag counts: the attribute switches nothing on or off.',
    );
  const title = attributes.length === 1 ? `${written} does nothing` : `${attributes.length} attributes do nothing`;
  return say('warning', title, 'Wazuh looks at tags only. Remove what stands behind the name of the tag.');
}
