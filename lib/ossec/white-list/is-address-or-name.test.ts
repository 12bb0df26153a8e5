import { expect, it } from 'vitest';
import { isAddressOrName } from './is-address-or-name.ts';

it.each([
  ['192.0.2.10', true],
  ['2001:db8::1', true],
  ['::ffff:192.0.2.1', true],
  ['mail.example.org', true],
  ['localhost', true],
  ['999', false],
  ['192.0.2', false],
  ['192.0.2.300', false],
  ['2001:db8::1::', false],
  ['-', false],
])('%s: %s', (text, expected) => {
  expect(isAddressOrName(text)).toBe(expected);
});
