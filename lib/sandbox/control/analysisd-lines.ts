/*
 * Owns what wazuh-analysisd says about rules, the white list and the queues at a good start (wazuh-facts §5.3).
 * Says it, writes nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig, type Verdict } from '../../ossec/index.ts';

/** The number of rules and, only when a response is armed, the white list. */
export function describeRules(directory: string, { queues }: Verdict, config: Uint8Array): string[] {
  const total = `Total rules enabled: '${countRules(directory)}'`;
  if (!queues.local && !queues.remote) return [total];
  const listed = parseConfig(config).model.whiteList.map(({ address }) => address);
  const isAddress = (text: string) => /^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(text);
  const addresses = listed.filter(isAddress);
  const names = listed.filter((text) => !isAddress(text)).map((text) => text.replace(/^\^|\$$/g, ''));
  return [
    total,
    ...addresses.map((address) => `White listing IP: '${address}'`),
    `${addresses.length} IPs in the white list for active response.`,
    ...names.map((name) => `White listing Hostname: '${name}'`),
    `${names.length} Hostname(s) in the white list for active response.`,
  ];
}

/** The proof that responses are armed: towards agents, and on the manager itself. */
export function describeArming({ queues }: Verdict): string[] {
  return [
    ...(queues.remote ? ["Connected to 'queue/alerts/ar' (active-response queue)"] : []),
    ...(queues.local ? ["Connected to 'queue/alerts/execq' (exec queue)"] : []),
  ];
}

function countRules(directory: string): number {
  let count = 0;
  for (const folder of ['ruleset/rules', 'etc/rules']) {
    for (const file of readdirSync(join(directory, folder)).filter((name) => name.endsWith('.xml'))) {
      const text = readFileSync(join(directory, folder, file), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
      count += text.match(/<rule\s/g)?.length ?? 0;
    }
  }
  return count;
}
