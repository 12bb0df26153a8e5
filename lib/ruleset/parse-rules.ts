/*
 * Rule files as the manager's engine reads them: several <group name> roots, texts concatenated as they stand, the first of
 * two rules with one id, overwrite="yes" on top. Reads with the core's own reader; a file it can't read to its end yields the
 * rules before.
 */
import { decodeText, toByteString } from '../ossec/byte-text.ts';
import { parseXml } from '../ossec/syntax/parse-xml.ts';
import { childrenAsRead, type XmlNode, type XmlTree } from '../ossec/syntax/xml-tree.ts';
import type { Rule, RuleFileProblem } from './rule.ts';

/** A rule of one file, before it meets those of other files. */
export type ParsedRule = Omit<Rule, 'overwritten'> & { overwrites: boolean };
export type ParsedRuleFile = { rules: ParsedRule[]; problem: RuleFileProblem | null };

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The rules of one file. Never throws. */
export function parseRuleFile(path: string, bytes: Uint8Array): ParsedRuleFile {
  const tree = parseXml(toByteString(bytes));
  const file = baseName(path);
  const rules = childrenAsRead(tree, -1)
    .filter((root) => tree.nodes[root]?.name.toLowerCase() === 'group')
    .flatMap((root) =>
      childrenAsRead(tree, root)
        .filter((child) => tree.nodes[child]?.name.toLowerCase() === 'rule')
        .flatMap((child) => readRule(tree, root, child, file) ?? []),
    );
  const problem = tree.error && { file, line: tree.error.line, message: decodeText(tree.error.message) };
  return { rules, problem };
}

const attribute = (node: XmlNode | undefined, name: string): string | undefined =>
  node?.attributes.find((one) => one.name.toLowerCase() === name)?.value;

const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;

/** Null for what has no id or level: the manager would not start with it. */
function readRule(tree: XmlTree, root: number, index: number, file: string): ParsedRule | null {
  const node = tree.nodes[index];
  const id = numberOf(attribute(node, 'id'));
  const level = numberOf(attribute(node, 'level'));
  if (id === null || level === null) return null;
  const children = childrenAsRead(tree, index).map((child) => tree.nodes[child] as XmlNode);
  const texts = (name: string) => children.filter((child) => child.name.toLowerCase() === name).map((one) => one.value);
  const options = texts('options').flatMap((text) => text.split(',').map((word) => word.trim().toLowerCase()));
  return {
    id,
    level,
    groups: decodeText((attribute(tree.nodes[root], 'name') ?? '') + texts('group').join('')),
    description: decodeText(texts('description').join('')).replace(/\s+/g, ' ').trim(),
    file,
    // With accuracy 0 the engine counts the level so low that no response is tied (dialect §9).
    noAr: options.includes('no_ar') || attribute(node, 'accuracy') === '0',
    overwrites: attribute(node, 'overwrite')?.toLowerCase() === 'yes',
  };
}

/** All rules that the manager ends up with, by ascending id. Files in load order. */
export function mergeRules(files: readonly ParsedRuleFile[]): Rule[] {
  const byId = new Map<number, Rule>();
  for (const { rules } of files) {
    for (const { overwrites, ...rule } of rules) {
      const known = byId.get(rule.id);
      if (!known) byId.set(rule.id, { ...rule, overwritten: false });
      else if (overwrites) byId.set(rule.id, { ...rule, overwritten: true });
    }
  }
  return [...byId.values()].sort((a, b) => a.id - b.id);
}
