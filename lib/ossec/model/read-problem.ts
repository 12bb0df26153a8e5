/*
 * Why a file is opened read-only: only where an edit could not be placed for certain. A file that the manager refuses for
 * what stands *inside* a command or a response stays editable: the editor is how an admin mends it.
 */
import { decodeText } from '../byte-text.ts';
import { childrenAsRead, lineAt, type XmlTree } from '../syntax/xml-tree.ts';
import type { ConfigProblem } from './config-model.ts';
import type { Verdict } from './verdict.ts';

/** The API masks secrets for weak accounts (wazuh-facts §7.3); such a text must never be written back. */
const MASK = /<(key|password|authd\.pass)>\*{5,}<\//;

/** Null when the file can be edited. */
export function readProblem(tree: XmlTree, verdict: Verdict): ConfigProblem | null {
  if (tree.error) {
    return {
      code: 'xml-error',
      message: `Wazuh cannot read this file: ${decodeText(tree.error.message).replace(/^XMLERR: /, '')}`,
      hint: `Wazuh gave up on line ${tree.error.line}; the mistake often stands earlier. Mend the file with an editor, then reload this page.`,
      line: tree.error.line,
    };
  }
  const roots = childrenAsRead(tree, -1).map((index) => tree.nodes[index]);
  const foreign = roots.find((node) => node?.name !== 'ossec_config');
  if (foreign) {
    return {
      code: 'not-manager',
      message: `This is not a manager's configuration: it holds <${decodeText(foreign.name)}> where only <ossec_config> may stand.`,
      hint: 'Point Riposte at the manager’s own etc/ossec.conf.',
      line: lineAt(tree.text, foreign.start),
    };
  }
  if (roots.length === 0) {
    return {
      code: 'no-root',
      message: 'The file holds no <ossec_config> section.',
      hint: 'Restore the manager’s configuration from a backup, or put an empty <ossec_config> section into the file.',
      line: null,
    };
  }
  const masked = MASK.exec(tree.text);
  if (masked) {
    return {
      code: 'masked',
      message: 'A secret in this file is masked with asterisks. Writing it back would destroy the secret.',
      hint: 'The text was stored by a tool that had read it with a weak API account. Put the real value back first.',
      line: lineAt(tree.text, masked.index),
    };
  }
  return verdict.crashes
    ? {
        code: 'crash',
        message: 'Wazuh’s analysisd crashes on this file: a <wodle> has no name attribute.',
        hint: 'Give the wodle its name attribute, or remove it.',
        line: null,
      }
    : null;
}
