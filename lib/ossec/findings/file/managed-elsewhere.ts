/* The first comment may tell that another tool writes this file. */
import type { Config } from '../../index.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { onFile, say } from '../support/say.ts';

const ID = 'managed-elsewhere';
const TOOLS: [RegExp, string][] = [
  [/\bansible\b/i, 'Ansible'],
  [/\bpuppet\b/i, 'Puppet'],
  [/\bterraform\b/i, 'Terraform'],
  [/\bsalt(stack)?\b/i, 'Salt'],
  [/\bchef\b/i, 'Chef'],
  [/\b(managed|generated) by\b|\bdo not edit\b/i, 'another tool'],
];

export const managedElsewhere: FileCheck = { id: ID, lint: 'L39', run };

function run({ tree }: Config): Finding[] {
  const first = tree.comments[0];
  const block = tree.nodes.findIndex(({ depth }) => depth === 1);
  if (!first || (block !== -1 && first.start > (tree.nodes[block]?.start ?? 0))) return [];
  const text = tree.text.slice(first.start, first.end);
  const tool = TOOLS.find(([pattern]) => pattern.test(text))?.[1];
  if (!tool) return [];
  const title = `The file says that ${tool} manages it`;
  return [
    onFile(
      ID,
      say(
        'warning',
        title,
        'Its next run may undo what you change here. Make the change there, too.',
        lineAt(tree.text, first.start),
      ),
    ),
  ];
}
