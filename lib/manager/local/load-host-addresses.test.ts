import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadMadeUpAddresses, parseNameServers, parseRoutes, parseRoutes6 } from './load-host-addresses.ts';

it('reads gateways from the table of IPv4 routes', () => {
  const table =
    'Iface\tDestination\tGateway \tFlags\tRefCnt\n' +
    'eth0\t00000000\t0109140A\t0003\t0\n' +
    'eth0\t0009140A\t00000000\t0001\t0\n' +
    'eth1\t0000A8C0\tFE09140A\t0003\t0\n';
  expect(parseRoutes(table)).toEqual(['10.20.9.1', '10.20.9.254']);
});

it('reads gateways from the table of IPv6 routes, as logs write them', () => {
  const none = '0'.repeat(32);
  const hop = '20010db8000000000000000000000001';
  const table = `${none} 00 ${none} 00 ${hop} 00000400 1 0 00000003 eth0\n${none} 40 ${none} 00 ${none} 00000100 1 0 00000001 eth0\n`;
  expect(parseRoutes6(table)).toEqual(['2001:db8::1']);
});

it('reads name servers, whatever stands around them', () => {
  expect(
    parseNameServers('# by hand\nsearch example.org\nnameserver 10.20.9.53\n  nameserver\t2001:db8::53 # two\n'),
  ).toEqual(['10.20.9.53', '2001:db8::53']);
});

it('takes from a sandbox what it claims, and nothing that is no address of its own', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'riposte-host-'));
  const path = join(directory, 'host.json');
  expect(await loadMadeUpAddresses(path)).toEqual({ interfaces: [], gateways: [], nameServers: [] });
  await writeFile(
    path,
    JSON.stringify({
      interfaces: ['10.0.0.1', '10.0.0.1', '127.0.0.1', '169.254.3.4', 'fe80::1', 'a name'],
      gateways: 1,
    }),
  );
  expect(await loadMadeUpAddresses(path)).toEqual({ interfaces: ['10.0.0.1'], gateways: [], nameServers: [] });
  await rm(directory, { recursive: true });
});
