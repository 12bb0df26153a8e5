/*
 * The manager would not start with this file. It names a line for XML errors only, so its way through the sections is
 * walked again to find the block it stops at.
 */
import { decodeText } from '../../byte-text.ts';
import type { Config } from '../../index.ts';
import { loadCommand } from '../../model/load-command.ts';
import { invalidElement, type LoadState, newLoadState } from '../../model/load-config.ts';
import { loadResponse } from '../../model/load-response.ts';
import { isSectionAccepted } from '../../model/sections.ts';
import { childrenAsRead, lineAt, type XmlNode, type XmlTree } from '../../syntax/xml-tree.ts';
import type { FileCheck, Finding, Subject } from '../finding.ts';
import { explainRefusal } from '../support/explain-refusal.ts';
import { explainXmlError } from '../support/explain-xml-error.ts';

const ID = 'manager-refuses';

export const managerRefuses: FileCheck = { id: ID, lint: null, run };

type Stop = { node: XmlNode; section: XmlNode; subject: Subject };

function run({ tree, verdict }: Config): Finding[] {
  if (verdict.accepted) return [];
  const base = { id: ID, severity: 'blocker' as const };
  if (verdict.crashes) {
    const detail = 'A <wodle> has no name attribute, which ends analysisd at once. Give it its name, or remove it.';
    return [{ ...base, subject: { kind: 'file' }, line: null, title: 'Wazuh crashes on this file', detail }];
  }
  const message = verdict.errors[0] ?? '';
  const says = `Wazuh says: ${message}`;
  if (tree.error) {
    const { line, advice } = explainXmlError(tree, tree.error);
    return [
      { ...base, subject: { kind: 'file' }, line, title: 'Wazuh cannot read this file', detail: `${advice} ${says}` },
    ];
  }
  const stop = findStop(tree);
  const advice = explainRefusal(message, decodeText(stop?.section.name ?? ''));
  const line = stop ? lineAt(tree.text, stop.node.start) : null;
  const subject = stop?.subject ?? { kind: 'file' };
  return [{ ...base, subject, line, title: 'Wazuh refuses this file', detail: `${advice} ${says}` }];
}

/** The first block the manager stops at, and the element in it. */
function findStop(tree: XmlTree): Stop | null {
  const state = newLoadState();
  const seen = { command: 0, response: 0 };
  for (const root of childrenAsRead(tree, -1)) {
    const node = tree.nodes[root] as XmlNode;
    if (node.name !== 'ossec_config') {
      return { node, section: node, subject: { kind: 'file' } };
    }
    for (const section of childrenAsRead(tree, root)) {
      const stop = stopAt(tree, section, state, seen);
      if (stop) return stop;
    }
  }
  return null;
}

function stopAt(
  tree: XmlTree,
  index: number,
  state: LoadState,
  seen: { command: number; response: number },
): Stop | null {
  const section = tree.nodes[index] as XmlNode;
  const children = childrenAsRead(tree, index).map((child) => tree.nodes[child] as XmlNode);
  let subject: Subject = { kind: 'file' };
  let message: string | null = null;
  if (section.name === 'command') subject = { kind: 'command', index: seen.command++ };
  if (section.name === 'active-response') subject = { kind: 'response', index: seen.response++ };
  if (!isSectionAccepted(section.name, children.length > 0)) message = invalidElement(section.name);
  else if (subject.kind === 'command') message = loadCommand(children, state);
  else if (subject.kind === 'response') message = loadResponse(children, state);
  if (message === null) return null;
  const named = /^\(12(?:30|35)\).*?'(.*?)'/s.exec(message)?.[1];
  const node = children.findLast(({ name }) => name === named) ?? section;
  return { node, section, subject };
}
