/* <expect> is unused since 4.2 (dialect §4). */
import { sectionsNamed } from '../../model/read-model.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck } from '../finding.ts';
import { onFile, say } from '../support/say.ts';
import { counted } from '../support/words.ts';

const ID = 'expect-ignored';

/** One finding for all: files of old managers hold it in each command. */
export const expectIgnored: FileCheck = {
  id: ID,
  lint: 'L17',
  run: ({ tree }) => {
    const found = sectionsNamed(tree, 'command').flatMap(({ children }) =>
      children.filter(({ name }) => name === 'expect'),
    );
    if (!found[0]) return [];
    const title = `<expect> has no effect in ${counted(found.length, 'command')}`;
    const why = 'Since Wazuh 4.2 each program gets the whole alert. It can be removed.';
    return [onFile(ID, say('note', title, why, lineAt(tree.text, found[0].start)))];
  },
};
