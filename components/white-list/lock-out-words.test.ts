import { expect, it } from 'vitest';
import type { LockOut } from '@/lib/view/lock-out';
import { isGrave, joined, lockOutTitle, ownWords } from './lock-out-words';

const open = (...some: [LockOut['open'][number]['what'], boolean][]): LockOut => ({
  open: some.map(([what, isNew], at) => ({ what, isNew, address: `10.0.0.${at}`, name: null })),
  by: [],
});

it.each<[LockOut, string, boolean]>([
  [open(['manager', false], ['gateway', false]), 'A response can block our own addresses', false],
  [open(['manager', true], ['gateway', false]), 'With your draft, a response can block our own addresses', true],
  [open(['you', false], ['manager', false]), 'A response can block you', true],
  [open(['you', true]), 'With your draft, a response can block you', true],
])('%# is told as it is', (lockOut, title, grave) => {
  expect(lockOutTitle(lockOut)).toBe(title);
  expect(isGrave(lockOut)).toBe(grave);
});

it('names what an address is, and counts what is too much to read', () => {
  expect(ownWords({ address: '10.0.0.1', what: 'name-server', name: null })).toBe('10.0.0.1 (a name server)');
  expect(ownWords({ address: '10.0.0.1', what: 'cluster-node', name: 'node02' })).toBe('10.0.0.1 (node02)');
  expect(joined(['a', 'b', 'c'])).toBe('a, b and c');
  expect(joined([...'abcdefgh'])).toBe('a, b, c, d, e, f and 2 more');
});
