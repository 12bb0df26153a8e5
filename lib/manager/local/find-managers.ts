/*
 * Owns finding who else writes ossec.conf: a configuration tool that signs its work, or a container that makes the file
 * anew. Gives what gave it away; does not judge, and does not know what the file configures.
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManagerInspection } from '../manager.ts';
import { isMountPoint, realProbe, type WriteProbe } from './foresee-write.ts';

type ManagedBy = ManagerInspection['managedBy'];

const verbs = '(?:managed|generated|maintained|controlled|deployed|written)';
const signatures: [tool: string, words: RegExp][] = [
  ['Ansible', new RegExp(`\\bansible[\\s_-]*managed\\b|\\b${verbs} (?:by|with|via|from) ansible\\b`, 'i')],
  ['Puppet', new RegExp(`\\bpuppet[\\s_-]*managed\\b|\\b${verbs} (?:by|with|via|from) puppet\\b`, 'i')],
  ['Chef', new RegExp(`\\bchef[\\s_-]*managed\\b|\\b${verbs} (?:by|with|via|from) (?:chef|cinc)\\b`, 'i')],
  ['Terraform', new RegExp(`\\bterraform[\\s_-]*managed\\b|\\b${verbs} (?:by|with|via|from) terraform\\b`, 'i')],
  ['SaltStack', new RegExp(`\\bsalt[\\s_-]*managed\\b|\\b${verbs} (?:by|with|via|from) salt(?:stack)?\\b`, 'i')],
];

const firstLines = 40;
const maxEvidence = 120;

/** The tools whose words stand in a comment or in the first lines. */
export function findSignatures(text: string): ManagedBy {
  const words = [...text.matchAll(/<!--([\s\S]*?)-->/g)].map((found) => ({ at: found.index, text: found[1] ?? '' }));
  words.push({ at: 0, text: text.split('\n').slice(0, firstLines).join('\n') });
  return signatures.flatMap(([tool, pattern]) => {
    for (const { at, text: part } of words) {
      const found = pattern.exec(part);
      if (!found) continue;
      const offset = text.indexOf(found[0], at);
      return [{ tool, evidence: quoteLine(text, offset) }];
    }
    return [];
  });
}

function quoteLine(text: string, offset: number): string {
  const number = text.slice(0, offset).split('\n').length;
  const line = (text.split('\n')[number - 1] ?? '').replace(/<!--|-->/g, '').trim();
  const shown = line.length > maxEvidence ? `${line.slice(0, maxEvidence - 1)}…` : line;
  return `Line ${number}: “${shown}”`;
}

export type ContainerProbe = Pick<WriteProbe, 'mountInfo'> & {
  /** Where the files of the host are looked for: "/" but in tests. */
  root: string;
};

const realContainer: ContainerProbe = { root: '/', mountInfo: realProbe.mountInfo };
const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Everybody who may write the file besides Riposte and people; empty when nothing was found or read. */
export async function findManagers(configPath: string, probe: ContainerProbe = realContainer): Promise<ManagedBy> {
  const text = await readFile(configPath, 'latin1').catch(() => '');
  const found = findSignatures(text);
  const target = await realpath(configPath).catch(() => configPath);
  const inContainer =
    (await exists(join(probe.root, '.dockerenv'))) || (await exists(join(probe.root, 'run/.containerenv')));
  if (inContainer && (await exists(join(probe.root, 'wazuh-config-mount/etc/ossec.conf'))))
    found.push({
      tool: 'the Wazuh container image',
      evidence: '/wazuh-config-mount/etc/ossec.conf is copied over ossec.conf at each start of the container.',
    });
  if (await isMountPoint(target, probe))
    found.push({
      tool: 'a mount',
      evidence: `${target} is mounted on its own: it belongs to the host or an orchestrator.`,
    });
  return found;
}
