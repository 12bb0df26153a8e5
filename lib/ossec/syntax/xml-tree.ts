/*
 * What the reader yields: every element and comment of the file with its byte offsets, in file order. The tree plus the
 * text is lossless: nothing is copied out of the text but names and values as the manager sees them.
 */

/** Why Wazuh's reader gives up: its own words, and the line it names (where it gave up, not where the mistake is). */
export type XmlError = { message: string; line: number; offset: number };

export type XmlAttribute = { name: string; value: string };

export type XmlNode = {
  /** Byte string, cut at a NUL as C does. */
  name: string;
  /** Index of the enclosing element, -1 for a root. */
  parent: number;
  depth: number;
  /** Offset of `<`. */
  start: number;
  /** Just behind the `>` of the opening tag. */
  openEnd: number;
  /** Offset of `</`; equal to `openEnd` on a self-closed element. */
  closeStart: number;
  /** Just behind the last `>`. */
  end: number;
  selfClosed: boolean;
  attributes: XmlAttribute[];
  /** The value as the manager sees it: text behind the last child, comments gone, cut at a NUL. Byte string. */
  value: string;
  /** Marks `var` in any case: invisible to the configuration reader, its children are not (dialect §2.7). */
  isVariable: boolean;
};

/** `<!` … `-->` or `!>`. `parent` is the element it stands in, -1 outside all. */
export type XmlComment = { start: number; end: number; parent: number };

export type XmlTree = {
  /** The whole file as a byte string. */
  text: string;
  nodes: XmlNode[];
  comments: XmlComment[];
  error: XmlError | null;
};

/** The line (from 1) on which the byte at `offset` stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/**
 * The children of node `index` as the manager's configuration reader lists them (OS_GetElementsbyNode): it walks the
 * flat list, not the tree, so children of a `var` element fall to the block before it. -1 lists the roots.
 */
export function childrenAsRead(tree: XmlTree, index: number): number[] {
  const { nodes } = tree;
  const depth = index < 0 ? 0 : (nodes[index]?.depth ?? 0) + 1;
  const children: number[] = [];
  for (let at = index + 1; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node || node.isVariable) continue;
    if (node.depth < depth) break;
    if (node.depth === depth) children.push(at);
  }
  return children;
}
