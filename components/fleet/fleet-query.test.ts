import { expect, test } from 'vitest';
import type { FleetMember } from '@/lib/endpoints/fleet-of-response';
import { findMembers, readFleetQuery, writeFleetQuery } from './fleet-query';

const member = (id: string, other: Partial<FleetMember> = {}): FleetMember => ({
  id,
  name: `host-${id}`,
  address: '192.0.2.1',
  system: 'linux',
  systemName: 'Debian GNU/Linux 12',
  version: '4.14.7',
  state: 'runs',
  reason: null,
  ...other,
});
const members = [
  member('001'),
  member('002', { state: 'cannot', reason: 'disconnected' }),
  member('003', { state: 'cannot', reason: 'wrong-system', system: 'windows', systemName: 'Windows 11' }),
];
const ids = (params: Record<string, string>) => findMembers(members, readFleetQuery(params)).map(({ id }) => id);

test('the address says what is shown', () => {
  expect(ids({})).toEqual(['001', '002', '003']);
  expect(ids({ show: 'cannot' })).toEqual(['002', '003']);
  expect(ids({ show: 'cannot', why: 'disconnected' })).toEqual(['002']);
  expect(ids({ q: 'windows HOST' })).toEqual(['003']);
  expect(ids({ q: 'nothing like it' })).toEqual([]);
});

test('what an address may not say is left out', () => {
  expect(readFleetQuery({ show: 'everything', why: 'because', q: ['a', 'b'] })).toEqual({
    show: null,
    why: null,
    q: '',
  });
});

test('it comes back from the address', () => {
  const query = { show: 'cannot', why: 'wrong-system', q: 'win 11' } as const;
  expect(readFleetQuery(Object.fromEntries(new URLSearchParams(writeFleetQuery(query))))).toEqual(query);
  expect(writeFleetQuery({ show: null, why: null, q: '' })).toBe('');
});
