import { expect, it } from 'vitest';
import { emptyWhiteListForm, type WhiteListFormValues } from './white-list-form.ts';
import { liveProblem, typedEntry } from './white-list-live.ts';

const problemOf = (change: Partial<WhiteListFormValues>) => liveProblem({ ...emptyWhiteListForm, ...change });

it.each([...['', '1', '192.', '192.0.2', '192.0.2.10', '2001', '2001:', '2001:db8::', '2001:db8::1', 'fe']])(
  'address %j may still become right',
  (address) => {
    expect(problemOf({ address })).toBeNull();
  },
);

it.each([
  '192.0.2.0',
  '10.0.0.0/',
  '10.0.0.0/1',
  '10.0.0.0/16',
  '10.0.0.0/255',
  '10.0.0.0/255.',
  '10.0.0.0/255.255.0',
  '10.0.0.0/255.0.0.0',
])('network %j may still become right', (network) => {
  expect(problemOf({ kind: 'network', network })).toBeNull();
});

it.each<[Partial<WhiteListFormValues>, string]>([
  [{ address: '192.0.2.300' }, '192.0.2.300 is not an IPv4 or IPv6 address.'],
  [{ address: '192.0.2.1.' }, '192.0.2.1. is not an IPv4 or IPv6 address.'],
  [{ address: 'printer' }, 'printer is not an IPv4 or IPv6 address.'],
  [{ address: '^10.1.' }, 'This is a pattern. Choose Pattern above.'],
  [
    { address: '2001:db8::/32' },
    'Wazuh knows no IPv6 networks here. Choose Pattern, and addresses that begin with 2001:db8:',
  ],
  [{ kind: 'network', network: '192.0.2.0/33' }, 'Write an IPv4 network like 192.0.2.0/24.'],
  [{ kind: 'network', network: '192.0.300.0' }, 'Write an IPv4 network like 192.0.2.0/24.'],
  [{ kind: 'network', network: '0.0.0.0/0' }, 'This is every IPv4 address: hardly a response would ever run.'],
  [{ kind: 'pattern', text: '10.1.$' }, 'Leave ^ and $ out: they are written for you.'],
])('%j is wrong at once', (change, message) => {
  expect(problemOf(change)).toBe(message);
});

it('a slash makes a network of an address, and an address of a network without it', () => {
  expect(typedEntry('10.0.0.0/', { kind: 'address', network: '' })).toEqual({ kind: 'network', network: '10.0.0.0/' });
  expect(typedEntry('10.0.0.0', { kind: 'address', network: '' })).toEqual({ address: '10.0.0.0' });
  expect(typedEntry('10.0.0.1', { kind: 'network', network: '10.0.0.1/' })).toEqual({
    ...{ kind: 'address', address: '10.0.0.1' },
  });
  expect(typedEntry('', { kind: 'network', network: '10.0.0.1/' })).toEqual({ network: '' });
  expect(typedEntry('10.0.0.1', { kind: 'network', network: '10.0.0.' })).toEqual({ network: '10.0.0.1' });
});
