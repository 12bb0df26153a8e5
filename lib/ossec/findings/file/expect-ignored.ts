import type { Config } from '../../index.ts';
import { sectionsNamed } from '../../model/read-model.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { say } from '../support/say.ts';

const ID = 'expect-ignored';

export const expectIgnored: FileCheck = {
  id: ID,
  lint: 'L17',
  run: ({ tree }: Config): Finding[] =>
    sectionsNamed(tree, 'command').flatMap(({ children }, index): Finding[] => {
      const expect = children.find(({ name }) => name === 'expect');
      if (!expect) return [];
      const said = say(
        'note',
        '<expect> has no effect',
        'Since Wazuh 4.2 each program gets the whole alert. It can be removed.',
      );
      return [{ id: ID, subject: { kind: 'command', index }, line: lineAt(tree.text, expect.start), ...said }];
    }),
};
