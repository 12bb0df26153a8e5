/*
 * The typed view of a parsed file: which <command> and <active-response> blocks stand where, with the values as written.
 * A view only: what the manager makes of them is load-config's business.
 */
import { decodeText, fingerprintOf } from '../byte-text.ts';
import { childrenAsRead, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';
import type { BlockPlace, CommandBlock, ConfigModel, ResponseBlock, WhiteListEntry } from './config-model.ts';
import { LineIndex } from './line-index.ts';
import { readCommentedResponses } from './read-commented-responses.ts';
import { readProblem } from './read-problem.ts';
import type { Verdict } from './verdict.ts';

/** A section of a root with the elements the manager reads as its children. */
export type Section = { index: number; node: XmlNode; root: number; rootNode: XmlNode; children: XmlNode[] };

/** The sections called `name` of all <ossec_config> roots, in file order. */
export function sectionsNamed(tree: XmlTree, name: string): Section[] {
  const found: Section[] = [];
  childrenAsRead(tree, -1)
    .filter((index) => tree.nodes[index]?.name === 'ossec_config')
    .forEach((rootIndex, root) => {
      for (const index of childrenAsRead(tree, rootIndex)) {
        const node = tree.nodes[index] as XmlNode;
        if (node.name !== name) continue;
        const children = childrenAsRead(tree, index).map((child) => tree.nodes[child] as XmlNode);
        found.push({ index, node, root, rootNode: tree.nodes[rootIndex] as XmlNode, children });
      }
    });
  return found;
}

/** The last element called `name`: of repeated tags the last one counts. */
export const lastNamed = (children: XmlNode[], name: string): XmlNode | undefined =>
  children.findLast((child) => child.name === name);

export const valueNamed = (children: XmlNode[], name: string): string | null => {
  const node = lastNamed(children, name);
  return node ? decodeText(node.value) : null;
};

const placeOf = (tree: XmlTree, lines: LineIndex, { start, end }: { start: number; end: number }): BlockPlace => ({
  span: { start, end },
  line: lines.lineOf(start),
  endLine: lines.lineOf(Math.max(start, end - 1)),
  fingerprint: fingerprintOf(tree.text.slice(start, end)),
});

/** The values of a response as written, wherever it stands (a block, or inside a comment). */
export function readResponseFields(children: XmlNode[]) {
  const disabled = children.filter((child) => child.name === 'disabled');
  return {
    command: valueNamed(children, 'command'),
    location: valueNamed(children, 'location'),
    agentId: valueNamed(children, 'agent_id'),
    level: valueNamed(children, 'level'),
    rulesGroup: valueNamed(children, 'rules_group'),
    rulesId: valueNamed(children, 'rules_id'),
    timeout: valueNamed(children, 'timeout'),
    repeatedOffenders: valueNamed(children, 'repeated_offenders'),
    disabled: disabled.some((child) => child.value === 'yes'),
    hasDisabledTag: disabled.length > 0,
  };
}

function readCommands(tree: XmlTree, lines: LineIndex): CommandBlock[] {
  const names = new Set<string>();
  return sectionsNamed(tree, 'command').map(({ node, children }, index) => {
    const name = valueNamed(children, 'name');
    const shadowed = name !== null && names.has(name);
    if (name !== null) names.add(name);
    return {
      ...placeOf(tree, lines, node),
      index,
      name,
      executable: valueNamed(children, 'executable'),
      extraArgs: valueNamed(children, 'extra_args'),
      timeoutAllowed: valueNamed(children, 'timeout_allowed') === 'yes',
      shadowed,
    };
  });
}

function readResponses(tree: XmlTree, lines: LineIndex): ResponseBlock[] {
  return sectionsNamed(tree, 'active-response').map(({ node, rootNode, root, children }, index) => ({
    ...placeOf(tree, lines, node),
    index,
    root,
    ...readResponseFields(children),
    hasAttributes: node.attributes.length > 0 || rootNode.attributes.length > 0,
  }));
}

function readWhiteList(tree: XmlTree, lines: LineIndex): WhiteListEntry[] {
  return sectionsNamed(tree, 'global')
    .flatMap(({ children }) => children.filter((child) => child.name === 'white_list'))
    .map((node) => ({
      address: decodeText(node.value),
      line: lines.lineOf(node.start),
      span: { start: node.start, end: node.end },
    }));
}

/** The model of a parsed file. On a file that the reader refuses: what was read before, and the problem. */
export function readModel(tree: XmlTree, verdict: Verdict): ConfigModel {
  const lines = new LineIndex(tree.text);
  return {
    lineCount: lines.count,
    byteLength: tree.text.length,
    commands: readCommands(tree, lines),
    responses: readResponses(tree, lines),
    commented: readCommentedResponses(tree, lines),
    whiteList: readWhiteList(tree, lines),
    problem: readProblem(tree, verdict),
  };
}
