import { expect, test } from 'vitest';
import type { TracedAlert } from './trace.ts';
import { addressOfAlert, alertOfAddress } from './traced-alert-address.ts';

const alert: TracedAlert = {
  ...{ id: '1784517016.11906', at: 1784517016620, ruleId: 5763, level: 10, description: 'a & b = ü', groups: 'sshd,' },
  ...{ agentId: '001', agentName: 'web-01', address: '192.0.2.1', srcip: '192.0.2.1', user: null },
};
const read = (address: string) =>
  alertOfAddress(Object.fromEntries(new URL(address, 'http://localhost').searchParams.entries()));

test('an alert comes back from its address as it was', () => {
  expect(read(addressOfAlert(alert))).toEqual(alert);
  const bare = { ...alert, id: null, at: null, srcip: null, address: null, description: '', groups: '' };
  expect(read(addressOfAlert(bare))).toEqual(bare);
});

test('an alert of any size has an address of a size that is taken', () => {
  const long = 'x'.repeat(100_000);
  const huge = {
    ...alert,
    id: long,
    description: long,
    groups: long,
    agentName: long,
    srcip: long,
    address: long,
    user: long,
  };
  const address = addressOfAlert(huge);
  expect(address.length).toBeLessThan(4000);
  expect(read(address)).toMatchObject({ ruleId: 5763, agentId: '001', user: 'x'.repeat(256) });
});

test.each([
  ['no rule', { from: '001' }],
  ['a rule that is no number', { rule: 'x', from: '001' }],
  ['no agent', { rule: '5763' }],
  ['an agent that is no number', { rule: '5763', from: '../1' }],
  ['several rules', { rule: ['1', '2'], from: '001' }],
])('%s: no alert', (_, params) => {
  expect(alertOfAddress(params)).toBeNull();
});

test('what is too long or odd counts as not said', () => {
  expect(alertOfAddress({ rule: '5763', from: '1', level: 'high', srcip: 'x'.repeat(300), at: '-1' })).toMatchObject({
    ...{ agentId: '001', level: 0, srcip: null, at: null },
  });
});
