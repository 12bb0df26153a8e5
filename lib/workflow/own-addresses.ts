/*
 * Which addresses are ours: what the lock-out guard protects and the backtest looks for. Gathers them from the request, the
 * host, the file and the agents; what may happen to them is not its business.
 */
import { isIP } from 'node:net';
import type { Agent, HostAddresses } from '../manager/manager.ts';
import { ownAddressRoles } from '../ossec/findings/own-addresses.ts';
import type { Config } from '../ossec/index.ts';
import type { OwnAddress } from '../view/own-address.ts';
import type { Workspace } from './workspace.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/i;

const isUsable = (address: string): boolean => isIP(address) !== 0 && !LOOPBACK.test(address);

/** `adminAddress` is the request's. */
export async function loadOwnAddresses(
  { manager, config }: Pick<Workspace, 'manager' | 'config'>,
  adminAddress: string | null,
): Promise<OwnAddress[]> {
  const [host, { agents }] = await Promise.all([manager.loadHostAddresses(), manager.loadAgents()]);
  return gatherOwnAddresses({ host, agents, config, adminAddress });
}

type Sources = {
  host: HostAddresses;
  agents: readonly Agent[];
  config: Config | null;
  adminAddress: string | null;
};

/** An address that is several things is named by the first of them, in this order. */
export function gatherOwnAddresses({ host, agents, config, adminAddress }: Sources): OwnAddress[] {
  const as = (what: OwnAddress['what']) => (address: string) => ({ address, what, name: null });
  const found: OwnAddress[] = [
    ...(adminAddress === null ? [] : [adminAddress]).map(as('you')),
    ...host.interfaces.map(as('manager')),
    ...(config ? ownAddressRoles(config) : []).map((one) => ({ ...one, name: null })),
    ...host.gateways.map(as('gateway')),
    ...host.nameServers.map(as('name-server')),
    ...agents.map(({ address, name }) => ({ address, what: 'agent' as const, name })),
  ];
  const once = new Map<string, OwnAddress>();
  for (const one of found) if (isUsable(one.address) && !once.has(one.address)) once.set(one.address, one);
  return [...once.values()];
}
