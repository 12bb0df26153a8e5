/* Of a tag that stands twice in a block the last one counts (dialect §5). */
import { decodeText } from '../../byte-text.ts';
import type { Config } from '../../index.ts';
import { type Section, sectionsNamed } from '../../model/read-model.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const ID = 'repeated-tag';

export const repeatedTag: FileCheck = { id: ID, lint: null, run };

function run({ tree }: Config): Finding[] {
  const look = (kind: 'command' | 'response') => (section: Section, index: number) => {
    const names = [...new Set(section.children.map(({ name }) => name))];
    return names.flatMap((name): Finding[] => {
      const same = section.children.filter((child) => child.name === name);
      const last = same.at(-1);
      if (same.length < 2 || !last) return [];
      const counts = name === 'disabled' ? (same.find(({ value }) => value === 'yes') ?? last) : last;
      const said = say(
        'warning',
        `<${decodeText(name)}> stands here ${same.length} times`,
        `Only ${shown(decodeText(counts.value))} counts. Remove the others.`,
      );
      return [{ id: ID, subject: { kind, index }, line: lineAt(tree.text, last.start), ...said }];
    });
  };
  return [
    ...sectionsNamed(tree, 'command').flatMap(look('command')),
    ...sectionsNamed(tree, 'active-response').flatMap(look('response')),
  ];
}
