/*
 * The addresses that the file itself says are ours: other nodes of the cluster, the address agents are served on, the
 * indexer. Names are left out: the white list compares addresses.
 */
import { decodeText } from '../byte-text.ts';
import type { Config } from '../index.ts';
import { sectionsNamed } from '../model/read-model.ts';

const WHERE: readonly [section: string, element: string][] = [
  ['cluster', 'node'],
  ['cluster', 'bind_addr'],
  ['remote', 'local_ip'],
  ['indexer', 'host'],
];
const IPV4 = /(?:^|\/\/)(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?\/?$/;
/** Any address, and the host itself: neither is one an attacker's alert could carry for us. */
const NOT_ONE = /^(0\.0\.0\.0|127\.)/;

/** Each once, in file order. */
export function ownAddressesIn({ tree }: Config): string[] {
  const found = WHERE.flatMap(([section, element]) =>
    sectionsNamed(tree, section).flatMap(({ node }) =>
      tree.nodes
        .filter((one) => one.name === element && one.start > node.start && one.end < node.end)
        .flatMap((one) => IPV4.exec(decodeText(one.value).trim())?.[1] ?? []),
    ),
  );
  return [...new Set(found)].filter((address) => !NOT_ONE.test(address));
}
