import { expect, it } from 'vitest';
import { parseConfigText } from '../index.ts';
import { ownAddressesIn } from './own-addresses.ts';

const read = (inside: string) => ownAddressesIn(parseConfigText(`<ossec_config>${inside}</ossec_config>`));

it('finds the nodes of the cluster, the served address and the indexer', () => {
  const file =
    '<remote><local_ip>192.0.2.1</local_ip></remote>' +
    '<indexer><hosts><host>https://192.0.2.9:9200</host></hosts></indexer>' +
    '<cluster><bind_addr>192.0.2.1</bind_addr><nodes><node>192.0.2.5</node><node>192.0.2.6</node></nodes></cluster>';
  expect(read(file)).toEqual(['192.0.2.5', '192.0.2.6', '192.0.2.1', '192.0.2.9']);
});

it('leaves out names, every address and the loopback', () => {
  const file =
    '<indexer><hosts><host>https://0.0.0.0:9200</host></hosts></indexer>' +
    '<cluster><bind_addr>0.0.0.0</bind_addr><nodes><node>NODE_IP</node><node>master.example</node><node>127.0.0.1</node></nodes></cluster>';
  expect(read(file)).toEqual([]);
});

it('does not look at the same elements elsewhere', () => {
  expect(read('<labels><node>192.0.2.5</node></labels>')).toEqual([]);
});
