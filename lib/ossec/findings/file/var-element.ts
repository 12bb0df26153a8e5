/* <var> belongs to rule files. Here it hides itself, and its children fall to the block above (dialect §2.7). */
import type { Config } from '../../index.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { onFile, say } from '../support/say.ts';

const ID = 'var-element';

export const varElement: FileCheck = { id: ID, lint: null, run };

function run({ tree }: Config): Finding[] {
  return tree.nodes.flatMap((node, index): Finding[] => {
    if (!node.isVariable) return [];
    const line = lineAt(tree.text, node.start);
    return [
      tree.nodes.some(({ parent }) => parent === index)
        ? onFile(
            ID,
            say(
              'error',
              '<var> spills its tags',
              'What stands inside is read as part of the block above. Remove <var>.',
              line,
            ),
          )
        : onFile(
            ID,
            say('error', '<var> has no effect', 'Wazuh replaces variables in rules only, not in this file.', line),
          ),
    ];
  });
}
