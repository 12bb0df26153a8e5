/*
 * The addresses that the file itself says are ours: other nodes of the cluster, the address agents are served on, the
 * indexer. Names are left out: the white list compares addresses.
 */
import { decodeText } from '../byte-text.ts';
import type { Config } from '../index.ts';
import { sectionsNamed } from '../model/read-model.ts';

/** What the address belongs to. */
type Role = 'cluster-node' | 'manager' | 'indexer';

const WHERE: readonly [section: string, element: string, role: Role][] = [
  ['cluster', 'node', 'cluster-node'],
  ['cluster', 'bind_addr', 'manager'],
  ['remote', 'local_ip', 'manager'],
  ['indexer', 'host', 'indexer'],
];
const IPV4 = /(?:^|\/\/)(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?\/?$/;
/** Any address, and the host itself: neither is one an attacker's alert could carry for us. */
const NOT_ONE = /^(0\.0\.0\.0|127\.)/;

/** Each address once, with the first thing it is; by what it belongs to, then in file order. */
export function ownAddressRoles({ tree }: Config): { address: string; what: Role }[] {
  const found = WHERE.flatMap(([section, element, what]) =>
    sectionsNamed(tree, section).flatMap(({ node }) =>
      tree.nodes
        .filter((one) => one.name === element && one.start > node.start && one.end < node.end)
        .flatMap((one) => IPV4.exec(decodeText(one.value).trim())?.[1] ?? [])
        .map((address) => ({ address, what })),
    ),
  );
  return found.filter(
    ({ address }, at) => !NOT_ONE.test(address) && found.findIndex((one) => one.address === address) === at,
  );
}

export const ownAddressesIn = (config: Config): string[] => ownAddressRoles(config).map(({ address }) => address);
