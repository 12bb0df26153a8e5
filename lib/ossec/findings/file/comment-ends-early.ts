/* Wazuh ends a comment at `!>` as well as at the usual end: what follows is live (dialect §2.1). */
import type { Config } from '../../index.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { onFile, say } from '../support/say.ts';

const ID = 'comment-ends-early';

export const commentEndsEarly: FileCheck = { id: ID, lint: null, run };

function run({ tree }: Config): Finding[] {
  return tree.comments.flatMap(({ start, end }): Finding[] => {
    const line = lineAt(tree.text, end - 1);
    if (tree.text.endsWith('!>', end) && tree.text.startsWith('<!--', start)) {
      return [
        onFile(
          ID,
          say(
            'warning',
            'A comment ends at !>',
            'Wazuh takes !> for the end of a comment: the text after it is live. Write -->',
            line,
          ),
        ),
      ];
    }
    if (!/^<!(DOCTYPE|\[CDATA\[)/.test(tree.text.slice(start, start + 9))) return [];
    const from = lineAt(tree.text, start);
    const why = `Wazuh reads DOCTYPE and CDATA as the start of a comment, here up to line ${line}. Remove it.`;
    return [onFile(ID, say('error', `All from line ${from} to ${line} is a comment`, why, from))];
  });
}
