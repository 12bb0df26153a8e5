/* Hints that the file is a mount or a template of a container. No proof: the host is not looked at. */
import type { Config } from '../../index.ts';
import { lineAt } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { onFile, say } from '../support/say.ts';

const ID = 'container-managed';
/** Words of the Wazuh Docker and Kubernetes files. */
const HINT = /wazuh-config-mount|\bto_be_replaced_by_\w+|configmap|wazuh\.(manager|master|indexer)\b/i;

export const containerManaged: FileCheck = { id: ID, lint: 'L38', run };

function run({ tree }: Config): Finding[] {
  const match = HINT.exec(tree.text);
  if (!match) return [];
  const why = 'A new container may start with its own copy. Make the change in the mounted file, too.';
  return [onFile(ID, say('warning', 'The manager seems to run in a container', why, lineAt(tree.text, match.index)))];
}
