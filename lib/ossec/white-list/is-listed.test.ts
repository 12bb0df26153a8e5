import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../fixtures/law.ts';
import { isListed } from './is-listed.ts';

describe('an entry covers', () => {
  it.each<[entry: string, covered: string[], not: string[]]>([
    ['10.0.0.1', ['10.0.0.1', '::ffff:10.0.0.1'], ['10.0.0.10', '110.0.0.1', '::FFFF:10.0.0.1', '010.0.0.1']],
    ['10.0.0.0/8', ['10.0.0.0', '10.255.255.255'], ['11.0.0.0', '9.255.255.255']],
    ['10.1.2.3/16', ['10.1.0.0', '10.1.255.255'], ['10.2.0.0']],
    ['192.0.2.0/255.255.255.0', ['192.0.2.9'], ['192.0.3.9']],
    ['10.0.0.5/255.0.0.255', ['10.9.9.5'], ['10.9.9.6']],
    ['0.0.0.0/0', ['0.0.0.0', '203.0.113.9', '255.255.255.255'], ['2001:db8::1', 'host.example']],
    ['0.0.0.0', ['0.0.0.0'], ['0.0.0.1']],
    ['10.0.0.1/32', ['10.0.0.1'], ['10.0.0.2']],
    ['!10.0.0.1', ['10.0.0.1'], ['10.0.0.2']],
    // Refused, or a pattern that no address holds.
    ['10.0.0.0/33', [], ['10.0.0.1']],
    ['10.0.0.0/08', [], ['10.0.0.1']],
    ['999.1.1.1', [], ['999.1.1.1']],
    ['010.0.0.1', [], ['10.0.0.1', '010.0.0.1']],
    ['10.0.0.0/', [], ['10.0.0.0']],
    ['10.0.0.0/0.0.0.0', [], ['10.0.0.0']],
    [' 10.0.0.1', [], ['10.0.0.1']],
    ['::ffff:10.0.0.1', [], ['::ffff:10.0.0.1', '10.0.0.1']],
    ['2001:db8::/32', [], ['2001:db8::1']],
    // Patterns.
    ['', ['10.0.0.1', '2001:db8::1', 'host.example'], []],
    ['^a$|', ['10.0.0.1'], []],
    ['|^a$', ['10.0.0.1'], []],
    ['^', ['10.0.0.1'], []],
    ['$', ['10.0.0.1'], []],
    ['^$', [''], ['10.0.0.1']],
    ['2001:db8::1', ['2001:db8::1', '2001:DB8::1', '2001:db8::12', '64:2001:db8::1'], ['2001:db8:0::1']],
    ['^2001:db8::1$', ['2001:db8::1', '2001:DB8::1'], ['2001:db8::12']],
    ['^10.20.', ['10.20.3.4'], ['110.20.3.4', '10.200.3.4']],
    ['10.20.', ['10.20.3.4', '110.20.3.4', '1.10.20.3'], ['10.200.3.4']],
    ['.example.org$', ['www.example.org'], ['www.example.org.evil']],
    ['^LocalHost.localdomain$', ['localhost.localdomain'], ['localhost-localdomain']],
    ['^a$|^b$', ['a', 'b'], ['ab', 'c']],
    ['!^10.', [], ['10.0.0.1']],
  ])('%j', (entry, covered, not) => {
    expect(covered.filter((address) => !isListed(address, [entry]))).toEqual([]);
    expect(not.filter((address) => isListed(address, [entry]))).toEqual([]);
  });

  it('nothing when there is no entry', () => expect(isListed('10.0.0.1', [])).toBe(false));
});

const octet = fc.integer({ min: 0, max: 255 });
const octets = fc.tuple(octet, octet, octet, octet);
const dotted = (parts: readonly number[]) => parts.join('.');
const bitsOf = (parts: readonly number[]) => parts.map((part) => part.toString(2).padStart(8, '0')).join('');

it('a network covers exactly the addresses whose first bits are its own', () => {
  const near = fc.tuple(octets, fc.integer({ min: 0, max: 31 })).map(([parts, flipped]) => {
    const bits = [...bitsOf(parts)].map((bit, at) => (at === flipped ? (bit === '1' ? '0' : '1') : bit)).join('');
    const other = [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2));
    return { parts, other };
  });
  const pairs = fc.oneof(near, fc.record({ parts: octets, other: octets }));
  holdsFor(fc.tuple(pairs, fc.integer({ min: 0, max: 32 })), 2000, ([{ parts, other }, size]) => {
    const expected = bitsOf(parts).slice(0, size) === bitsOf(other).slice(0, size);
    expect(isListed(dotted(other), [`${dotted(parts)}/${size}`])).toBe(expected);
  });
});

it('a mask counts bit by bit, with holes and without', () => {
  const mask = fc.tuple(fc.integer({ min: 10, max: 255 }), octet, octet, octet);
  holdsFor(fc.tuple(octets, mask, octets), 2000, ([parts, mask, other]) => {
    const expected = [...bitsOf(mask)].every((bit, at) => bit === '0' || bitsOf(parts)[at] === bitsOf(other)[at]);
    expect(isListed(dotted(other), [`${dotted(parts)}/${dotted(mask)}`])).toBe(expected);
  });
});

const word = fc.string({ unit: fc.constantFrom(...'abfF019.:-_'), minLength: 1, maxLength: 8 });
const isPattern = (text: string) => !/^\d{1,3}(\.\d{1,3}){3}$/.test(text);

it('a pattern without anchors is contained in what it covers, whatever the case', () => {
  holdsFor(fc.tuple(word.filter(isPattern), word, word), 2000, ([pattern, before, after]) => {
    const address = `x${before}${pattern.toUpperCase()}${after}`;
    expect(isListed(address, [pattern])).toBe(true);
    expect(isListed(address, [`^${pattern}`])).toBe(address.toLowerCase().startsWith(pattern.toLowerCase()));
    expect(isListed(before, [pattern])).toBe(before.toLowerCase().includes(pattern.toLowerCase()));
  });
});

it('alternatives and several entries come to the same', () => {
  holdsFor(
    fc.tuple(fc.array(word.filter(isPattern), { minLength: 1, maxLength: 4 }), word),
    1000,
    ([words, address]) => {
      expect(isListed(address, [words.join('|')])).toBe(isListed(address, words));
    },
  );
});
