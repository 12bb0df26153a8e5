/*
 * What the manager's own executor (execd) takes from the file: whether it is switched off, and its repeated offenders.
 * It looks at <disabled> only in the first <active-response> of each root (dialect §7, §6).
 */
import { childrenAsRead, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';
import { toCInt } from './c-number.ts';
import type { Verdict } from './verdict.ts';

const MAX_STEPS = 5;

type Element = { index: number; node: XmlNode };

/** An attribute hides the tag from the executor's way of looking things up. */
function childrenNamed(tree: XmlTree, parent: number, name: string): Element[] {
  const found: Element[] = [];
  for (const index of childrenAsRead(tree, parent)) {
    const node = tree.nodes[index] as XmlNode;
    if (node.name === name && node.attributes.length === 0) found.push({ index, node });
  }
  return found;
}

/** Would execd start with this file, start switched off, and with which repeated-offender steps (minutes). */
export function readExecd(tree: XmlTree): Verdict['execd'] {
  if (tree.error) return { starts: false, disabled: false, repeatedOffendersMinutes: [] };
  const roots = childrenNamed(tree, -1, 'ossec_config');
  const blocks = roots.map((root) => childrenNamed(tree, root.index, 'active-response'));
  const firsts = blocks.flatMap((inRoot) => inRoot.slice(0, 1));
  const disabled = firsts.flatMap((first) => childrenNamed(tree, first.index, 'disabled'))[0]?.node.value;
  const offenders = blocks.flat().flatMap((block) => childrenNamed(tree, block.index, 'repeated_offenders'))[0]
    ?.node.value;
  return {
    starts: disabled === undefined || disabled === 'yes' || disabled === 'no',
    disabled: disabled === 'yes',
    repeatedOffendersMinutes: readSteps(offenders),
  };
}

/** At most five numbers; a 0, or a word, ends the list. */
function readSteps(text: string | undefined): number[] {
  const steps: number[] = [];
  for (const part of (text ?? '').split(',').slice(0, MAX_STEPS)) {
    const minutes = toCInt(part);
    if (minutes === 0) break;
    steps.push(minutes);
  }
  return steps;
}
