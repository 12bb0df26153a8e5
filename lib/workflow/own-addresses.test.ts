import { expect, it } from 'vitest';
import type { Agent, HostAddresses, Manager } from '../manager/manager.ts';
import { parseConfigText } from '../ossec/index.ts';
import { loadOwnAddresses } from './own-addresses.ts';

const agent = (id: string, address: string) => ({ id, address, name: `web-${id}` }) as Agent;

const managerWith = (host: Partial<HostAddresses>, agents: Agent[] = []) =>
  ({
    loadHostAddresses: async () => ({ interfaces: [], gateways: [], nameServers: [], ...host }),
    loadAgents: async () => ({ agents, note: null }),
  }) as unknown as Manager;

const config = parseConfigText(
  '<ossec_config><indexer><hosts><host>https://192.0.2.9:9200</host></hosts></indexer>' +
    '<cluster><nodes><node>192.0.2.5</node></nodes></cluster></ossec_config>',
);

it('names each address once, by the first thing that it is', async () => {
  const manager = managerWith(
    { interfaces: ['192.0.2.5', '192.0.2.6'], gateways: ['192.0.2.1'], nameServers: ['192.0.2.1', '192.0.2.53'] },
    [agent('001', '192.0.2.9'), agent('002', '192.0.2.20')],
  );
  expect(await loadOwnAddresses({ manager, config }, '192.0.2.77')).toEqual([
    { address: '192.0.2.77', what: 'you', name: null },
    { address: '192.0.2.5', what: 'manager', name: null },
    { address: '192.0.2.6', what: 'manager', name: null },
    { address: '192.0.2.9', what: 'indexer', name: null },
    { address: '192.0.2.1', what: 'gateway', name: null },
    { address: '192.0.2.53', what: 'name-server', name: null },
    { address: '192.0.2.20', what: 'agent', name: 'web-002' },
  ]);
});

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', 'unknown', 'any'])(
  'does not count %s as an address of ours',
  async (address) => {
    const manager = managerWith({}, [agent('001', address)]);
    expect(await loadOwnAddresses({ manager, config: null }, address)).toEqual([]);
  },
);
