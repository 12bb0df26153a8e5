/*
 * What the edits of one plan need to know of the file: looked up once, however many changes there are.
 */
import type { Config } from '../index.ts';
import { type Section, sectionsNamed } from '../model/read-model.ts';
import type { XmlNode, XmlTree } from '../syntax/xml-tree.ts';

export type Scene = {
  tree: XmlTree;
  roots: XmlNode[];
  /** The root that takes what has no neighbour. */
  home: XmlNode;
  commands: Section[];
  responses: Section[];
};

/** The scene of a file that can be edited: it has at least one root. */
export function sceneOf({ tree }: Config): Scene {
  const roots = tree.nodes.filter((node) => node.depth === 0 && node.name === 'ossec_config');
  const home = (roots.find((root) => !root.selfClosed) ?? roots[0]) as XmlNode;
  const [commands, responses] = [sectionsNamed(tree, 'command'), sectionsNamed(tree, 'active-response')];
  return { tree, roots, home, commands, responses };
}

/** The root that holds the bytes [start, end). */
export const rootAround = ({ roots }: Scene, { start, end }: { start: number; end: number }): XmlNode | undefined =>
  roots.find((root) => root.start < start && root.end > end);
