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
  attributes: readonly XmlAttribute[];
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

/** The elements directly inside node `index`, by place (childrenAsRead is what the manager takes them for). */
export function childrenOf({ nodes }: XmlTree, index: number): XmlNode[] {
  const children: XmlNode[] = [];
  const end = nodes[index]?.end ?? 0;
  for (let at = index + 1; at < nodes.length; at++) {
    const node = nodes[at] as XmlNode;
    if (node.start >= end) break;
    if (node.parent === index) children.push(node);
  }
  return children;
}

/** The first of `items`, which are in file order, that starts at or behind `offset`; their number when none does. */
export function indexFrom(items: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first element inside `node`; undefined when it holds none. */
export function firstChild({ nodes }: XmlTree, node: XmlNode): XmlNode | undefined {
  const next = nodes[indexFrom(nodes, node.start + 1)];
  return next && next.start < node.end ? next : undefined;
}

/** The comments that stand wholly in [start, end), in file order. */
export function commentsWithin({ comments }: XmlTree, start: number, end: number): XmlComment[] {
  const found: XmlComment[] = [];
  for (let at = indexFrom(comments, start); at < comments.length; at++) {
    const comment = comments[at] as XmlComment;
    if (comment.start >= end) break;
    if (comment.end <= end) found.push(comment);
  }
  return found;
}

/** `<tag />` leaves its `>` to the parent's text (dialect §2.5): whoever moves the element takes it along. */
export const fullEnd = (text: string, node: XmlNode): number =>
  node.selfClosed && text[node.end - 1] !== '>' && text[node.end] === '>' ? node.end + 1 : node.end;
