import { expect, it } from 'vitest';
import { anchorIpv6 } from './anchor-ipv6.ts';

it.each([
  ['2001:db8::1', '^2001:db8::1$'],
  ['FE80::1', '^FE80::1$'],
  ['2001:db8:', '^2001:db8:'],
  ['2001:db8::', '^2001:db8::'],
  [':', null],
  ['::', null],
  [':db8:1', null],
  ['db8:1', null],
  ['10.0.0.1', null],
  ['2001:db8::/32', null],
  ['2001:db8::1|10.', null],
])('%s is meant as %s', (text, meant) => expect(anchorIpv6(text)).toBe(meant));
