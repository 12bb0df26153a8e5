/*
 * What the manager makes of a file that its reader accepts: sections in file order, commands and responses the moment
 * they are met, stop at the first error (dialect §1, §3). Pure rebuild of AR_ReadConfig over the tree.
 */
import { decodeText } from '../byte-text.ts';
import { childrenAsRead, type XmlNode, type XmlTree } from '../syntax/xml-tree.ts';
import { loadCommand } from './load-command.ts';
import { loadResponse } from './load-response.ts';
import { readExecd } from './read-execd.ts';
import { isSectionAccepted } from './sections.ts';
import type { LoadedCommand, LoadedResponse, Queues, Verdict } from './verdict.ts';

/** Fills as the file is read; an error leaves in it what was read before. */
export type LoadState = {
  commands: LoadedCommand[];
  /** The first command of each name, with which responses are tied. */
  commandsByName: Map<string, LoadedCommand>;
  responses: LoadedResponse[];
  queues: Queues;
  warnings: string[];
  infos: string[];
  arConf: string;
  crashes: boolean;
  /** Counts <active-response> blocks. */
  block: number;
};

export const configurationError = "(1202): Configuration error at 'etc/ossec.conf'.";
export const invalidElement = (name: string) => `(1230): Invalid element in the configuration: '${name}'.`;
export const invalidValue = (name: string, value: string) => `(1235): Invalid value for element '${name}': ${value}.`;

/** Nothing read yet. */
export const newLoadState = (): LoadState => ({
  commands: [],
  commandsByName: new Map(),
  responses: [],
  queues: { local: false, remote: false },
  warnings: [],
  infos: [],
  arConf: '',
  crashes: false,
  block: 0,
});

/** The manager's verdict on the parsed file. */
export function loadConfig(tree: XmlTree): Verdict {
  const state = newLoadState();
  const errors = tree.error ? [xmlMessage(tree)] : loadRoots(tree, state);
  const { crashes, block: _, commandsByName: __, ...loaded } = state;
  const execd = readExecd(tree);
  return {
    xml: tree.error
      ? { ok: false, error: decodeText(tree.error.message), line: tree.error.line }
      : { ok: true, error: null, line: null },
    accepted: errors.length === 0 && !crashes,
    errors: errors.map(decodeText),
    ...loaded,
    execd,
    crashes,
  };
}

const xmlMessage = (tree: XmlTree): string =>
  `(1226): Error reading XML file 'etc/ossec.conf': ${tree.error?.message} (line ${tree.error?.line}).`;

function loadRoots(tree: XmlTree, state: LoadState): string[] {
  for (const root of childrenAsRead(tree, -1)) {
    const name = tree.nodes[root]?.name ?? '';
    if (name !== 'ossec_config') return [invalidElement(name)];
    for (const section of childrenAsRead(tree, root)) {
      const message = loadSection(tree, section, state);
      if (message !== null) return [message, configurationError];
      if (state.crashes) return [];
    }
  }
  return [];
}

function loadSection(tree: XmlTree, section: number, state: LoadState): string | null {
  const node = tree.nodes[section] as XmlNode;
  const children = childrenAsRead(tree, section).map((child) => tree.nodes[child] as XmlNode);
  if (!isSectionAccepted(node.name, children.length > 0)) return invalidElement(node.name);
  if (node.name === 'command') return loadCommand(children, state);
  if (node.name === 'active-response') return loadResponse(children, state);
  // A null pointer in the real one: wodle looks at its first attribute without asking whether there is one.
  const first = node.attributes[0];
  if (node.name === 'wodle' && (!first || first.name.toLowerCase() === 'var')) state.crashes = true;
  return null;
}
