/* A cluster does not share ossec.conf: each node answers only for the events and agents it has itself. */
import type { Config } from '../../index.ts';
import { sectionsNamed, valueNamed } from '../../model/read-model.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { onFile, say } from '../support/say.ts';

const ID = 'one-node-of-cluster';

export const oneNodeOfCluster: FileCheck = { id: ID, lint: 'L28', run };

function run({ tree, model }: Config): Finding[] {
  const cluster = sectionsNamed(tree, 'cluster').find(({ children }) => valueNamed(children, 'disabled') === 'no');
  if (!cluster || model.responses.every(({ disabled }) => disabled)) return [];
  const name = valueNamed(cluster.children, 'node_name');
  const why =
    'Its responses run only for events on this node and reach only its agents. Make the same change on every node.';
  return [
    onFile(
      ID,
      say(
        'note',
        `This is one node of a cluster${name ? `: ${name}` : ''}`,
        why,
        lineAt(tree.text, cluster.node.start),
      ),
    ),
  ];
}
