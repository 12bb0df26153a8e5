import { expect, it } from 'vitest';
import { entryFor } from './entry-for.ts';
import { isListed } from './is-listed.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8::5', '^2001:db8::5$'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
])('%s is covered by %s, and longer addresses are not', (address, entry) => {
  expect(entryFor(address)).toBe(entry);
  expect(isListed(address, [entryFor(address)])).toBe(true);
  expect(isListed(`${address}7`, [entryFor(address)])).toBe(false);
});
