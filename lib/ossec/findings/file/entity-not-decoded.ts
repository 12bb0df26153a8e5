/* `&lt;` and the like stay as they are written (dialect §2.2). */
import { decodeText } from '../../byte-text.ts';
import type { Config } from '../../index.ts';
import { type Section, sectionsNamed } from '../../model/read-model.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { say } from '../support/say.ts';

const ID = 'entity-not-decoded';
const ENTITY = /&(lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);/i;

export const entityNotDecoded: FileCheck = { id: ID, lint: null, run };

function run({ tree }: Config): Finding[] {
  const look = (kind: 'command' | 'response') => (section: Section, index: number) =>
    section.children.flatMap((node): Finding[] => {
      const entity = ENTITY.exec(node.value)?.[0];
      if (!entity) return [];
      const said = say(
        'warning',
        `${entity} in <${decodeText(node.name)}> stays as written`,
        'Wazuh does not translate it. Write the character itself, and \\< for a less-than sign.',
      );
      return [{ id: ID, subject: { kind, index }, line: lineAt(tree.text, node.start), ...said }];
    });
  return [
    ...sectionsNamed(tree, 'command').flatMap(look('command')),
    ...sectionsNamed(tree, 'active-response').flatMap(look('response')),
  ];
}
