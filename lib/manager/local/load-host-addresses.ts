/*
 * Owns where this host is on its network: its interfaces, gateways and name servers. Linux tells the latter two in /proc/net
 * and /etc/resolv.conf; elsewhere they stay unknown. Resolves no name.
 */
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import * as z from 'zod/mini';
import type { HostAddresses } from '../manager.ts';

const addresses = z.catch(z.array(z.string()), []);
const schema = z.catch(z.object({ interfaces: addresses, gateways: addresses, nameServers: addresses }), {
  interfaces: [],
  gateways: [],
  nameServers: [],
});

/** The loopback is no way to reach anybody else, and link-local addresses mean another host on each link. */
const UNUSABLE = /^(127\.|0\.0\.0\.0$|169\.254\.|::1?$|fe[89ab])/i;

const usable = (found: readonly string[]): string[] =>
  [...new Set(found.map((address) => address.replace(/%.*$/, '')))].filter(
    (address) => isIP(address) !== 0 && !UNUSABLE.test(address),
  );

const readText = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

export async function loadHostAddresses(): Promise<HostAddresses> {
  const [routes, routes6, resolv] = await Promise.all(
    ['/proc/net/route', '/proc/net/ipv6_route', '/etc/resolv.conf'].map(readText),
  );
  return {
    interfaces: usable(readInterfaces()),
    gateways: usable([...parseRoutes(routes ?? ''), ...parseRoutes6(routes6 ?? '')]),
    nameServers: usable(parseNameServers(resolv ?? '')),
  };
}

/** A service that may not open netlink sockets is not told. */
function readInterfaces(): string[] {
  try {
    return Object.values(networkInterfaces()).flatMap((some) => some?.map(({ address }) => address) ?? []);
  } catch {
    return [];
  }
}

/** What a sandbox claims; empty lists where its file says nothing. */
export async function loadMadeUpAddresses(path: string): Promise<HostAddresses> {
  const claimed = schema.parse(parseJson(await readText(path)));
  return {
    interfaces: usable(claimed.interfaces),
    gateways: usable(claimed.gateways),
    nameServers: usable(claimed.nameServers),
  };
}

/** The gateways of all IPv4 routes: hexadecimal, the last octet first. */
export const parseRoutes = (text: string): string[] =>
  text
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[2] ?? '')
    .filter((gateway) => /^[\da-f]{8}$/i.test(gateway) && gateway !== '00000000')
    .map((gateway) =>
      (gateway.match(/../g) ?? [])
        .map((pair) => Number.parseInt(pair, 16))
        .reverse()
        .join('.'),
    );

/** The same for IPv6: the fifth field is the next hop, 32 digits. */
export const parseRoutes6 = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.split(/\s+/)[4] ?? '')
    .filter((hop) => /^[\da-f]{32}$/i.test(hop) && !/^0+$/.test(hop))
    .map((hop) => shortIpv6((hop.match(/.{4}/g) ?? []).join(':')));

/** As logs write it: the URL parser knows how IPv6 is shortened. */
const shortIpv6 = (address: string): string => new URL(`http://[${address}]/`).hostname.slice(1, -1);

export const parseNameServers = (text: string): string[] =>
  text.split('\n').flatMap((line) => /^\s*nameserver\s+(\S+)/.exec(line)?.[1] ?? []);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
