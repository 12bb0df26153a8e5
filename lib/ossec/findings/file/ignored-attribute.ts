/* Attributes mean nothing on commands, responses and their tags (dialect §2.4). */
import { decodeText } from '../../byte-text.ts';
import type { Config } from '../../index.ts';
import { type Section, sectionsNamed } from '../../model/read-model.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const ID = 'ignored-attribute';

export const ignoredAttribute: FileCheck = { id: ID, lint: null, run };

function run({ tree }: Config): Finding[] {
  const look = (kind: 'command' | 'response') => (section: Section, index: number) =>
    [section.node, ...section.children].flatMap((node) =>
      node.attributes.map(({ name, value }): Finding => {
        const written = `${decodeText(name)}="${decodeText(value)}"`;
        const meansOff = /^(disabled|enabled|active)$/i.test(name);
        const why = meansOff
          ? 'Only a tag counts, and without one this is on.'
          : 'Wazuh looks at tags only. Remove it.';
        const said = say(meansOff ? 'error' : 'warning', `${shown(written)} does nothing`, why);
        return { id: ID, subject: { kind, index }, line: lineAt(tree.text, node.start), ...said };
      }),
    );
  return [
    ...sectionsNamed(tree, 'command').flatMap(look('command')),
    ...sectionsNamed(tree, 'active-response').flatMap(look('response')),
  ];
}
