import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsFor } from '../fixtures/law.ts';
import { adviseEntry, isCoveredBy } from './advise-entry.ts';
import { describeEntry } from './describe-entry.ts';
import { isListed } from './is-listed.ts';

it.each([
  ['10.0.0.1', 'address', 'Only 10.0.0.1.', 1],
  ['!10.0.0.1', 'address', 'Only 10.0.0.1.', 1],
  ['10.20.9.7/24', 'network', 'All from 10.20.9.0 to 10.20.9.255.', 256],
  ['10.20.9.0/255.255.255.0', 'network', 'All from 10.20.9.0 to 10.20.9.255.', 256],
  ['10.0.0.5/255.0.0.255', 'network', 'Addresses that are like 10.0.0.5 where the mask 255.0.0.255 has ones.', 65536],
  ['0.0.0.0/0', 'everything', 'Every IPv4 address.', 2 ** 32],
  ['', 'everything', 'Every address.', null],
  ['^a$|', 'everything', 'Every address.', null],
  ['999.1.1.1', 'refused', 'Nothing: the manager does not start.', null],
  ['2001:db8::/32', 'nothing', 'No address.', null],
  ['10.0.0.0/', 'nothing', 'No address.', null],
  ['^localhost.localdomain$', 'pattern', 'Only localhost.localdomain.', null],
  ['^10.20.|^FE80:', 'pattern', 'Addresses that begin with “10.20.”, or addresses that begin with “fe80:”.', null],
  ['2001:db8::1', 'pattern', 'Addresses that hold “2001:db8::1” anywhere.', null],
  ['.example.org$', 'pattern', 'Addresses that end with “.example.org”.', null],
] as const)('%j is told as %s', (text, kind, words, addresses) => {
  expect(describeEntry(text)).toMatchObject({ kind, words, addresses });
});

it.each([
  ['10.20.9.0/24', ['10.20.9.0', '10.20.9.255']],
  ['2001:db8::1', ['2001:db8::1', '2001:db8::12']],
  ['^10.20', ['10.20.1.1', '10.207.1.1']],
  ['10.20.', ['10.20.1.1', '110.20.1.1']],
])('%s has examples', (text, examples) => expect(describeEntry(text).examples).toEqual(examples));

it('every example is covered by its entry', () => {
  const part = fc.string({ unit: fc.constantFrom(...'1209.:ab^$|/!'), maxLength: 14 });
  const octet = fc.integer({ min: 0, max: 255 });
  const network = fc
    .tuple(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 }))
    .map(([a, b, c, d, bits]) => `${a}.${b}.${c}.${d}/${bits}`);
  holdsFor(fc.oneof(part, network), 4000, (text) => {
    const { kind, examples } = describeEntry(text);
    expect(examples.filter((address) => !isListed(address, [text]))).toEqual([]);
    expect(examples.length > 0).toBe(kind !== 'nothing' && kind !== 'refused');
  });
});

it.each([
  ['10.20.9.5', '10.20.9.0/24', true],
  ['10.20.9.0/24', '10.20.0.0/16', true],
  ['10.20.0.0/16', '10.20.9.0/24', false],
  ['10.20.9.5', '^10.20.', true],
  ['10.20.9.0/24', '^10.20.', false],
  ['^10.20.9.', '^10.20.', true],
  ['^a.example$', '.example$', true],
  ['^a.example', '.example$', false],
  ['^fe80::1$', 'fe80:', true],
  ['^a$|^b$', '^a$', false],
  ['anything', '', true],
  ['10.0.0.1', '999.1.1.1', false],
])('%s is covered by %s: %s', (inner, outer, expected) => expect(isCoveredBy(inner, outer)).toBe(expected));

it('what is covered by another entry never adds an address', () => {
  const unit = fc.constantFrom(...'12.:a');
  const word = fc.string({ unit, minLength: 1, maxLength: 3 });
  const entry = fc.tuple(fc.constantFrom('', '^'), word, fc.constantFrom('', '$')).map((parts) => parts.join(''));
  const sample = fc.string({ unit, maxLength: 6 });
  holdsFor(fc.tuple(entry, entry, sample), 4000, ([inner, outer, address]) => {
    if (isCoveredBy(inner, outer) && isListed(address, [inner])) expect(isListed(address, [outer])).toBe(true);
  });
});

it.each([
  // Nearly everything, in disguise.
  ['.', 'error', 'The white list covers half of all IPv4 addresses or more'],
  ['0.0.0.0/1', 'error', 'The white list covers half of all IPv4 addresses or more'],
  ['0|1|2|3|4|5|6|7|8|9', 'error', 'The white list covers half of all IPv4 addresses or more'],
  [':', 'error', 'The white list covers half of all IPv6 addresses or more'],
  ['^2', 'error', 'The white list covers half of all IPv6 addresses or more'],
  ['^1', 'warning', '“^1” covers about 43 % of all IPv4 addresses'],
  ['64.0.0.0/2', 'warning', '64.0.0.0/2 covers about 25 % of all IPv4 addresses'],
  // What is wrong with one alternative is not wrong with the others.
  ['2001:db8::/32|^10.0.', 'error', 'A part of “2001:db8::/32|^10.0.” matches no address'],
  ['::ffff:10.0.0.1|^10.0.', 'error', 'A part of “::ffff:10.0.0.1|^10.0.” matches no address'],
  [' x|^10.0.', 'error', 'White list entry “ x|^10.0.” holds blanks'],
])('%s is a trap', (text, severity, title) => {
  expect(describeEntry(text).trap).toMatchObject({ severity, title });
});

it('says that all of an entry matches nothing only where it does', () => {
  const part = fc.string({ unit: fc.constantFrom(...'12.:ab^$|/ '), maxLength: 12 });
  holdsFor(part, 4000, (text) => {
    const { trap, kind } = describeEntry(text);
    const words = `${trap?.title} ${trap?.detail}`.replace(/a part of .*? matches/i, '');
    if (kind !== 'nothing') expect(words).not.toMatch(/matches (no address|nothing)/);
  });
});

it.each([
  ['2001:db8::1', '^2001:db8::1$'],
  ['2001:DB8::1$', '^2001:db8::1$'],
  ['2001:db8:', '^2001:db8:'],
  ['2001:db8::', '^2001:db8::'],
])('the way out of the trap in %s still covers what was meant', (text, better) => {
  const { trap } = describeEntry(text);
  expect(trap?.detail).toContain(`Write ${better} `);
  expect(describeEntry(better)).toMatchObject({ kind: 'pattern', trap: null });
  expect(isListed('2001:db8::1', [better])).toBe(true);
});

it.each(['db8', ':db8:1'])('for %s there is no way out that is known', (text) => {
  expect(describeEntry(text).trap?.detail ?? '').not.toContain('$');
});

const titles = (text: string, ...others: string[]) => adviseEntry(text, others).map(({ title }) => title);

it.each([
  ['10.20.9.5', [], []],
  ['10.0.0.0/8', [], ['It covers 16,777,216 addresses']],
  ['8.8.8.8', [], ['This is an address of the internet']],
  ['192.0.0.0/7', [], ['It covers 33,554,432 addresses', 'This network is on the internet']],
  ['172.16.0.0/12', [], []],
  ['10.20.9.5', ['10.20.9.0/24'], ['It changes nothing']],
  ['10.20.9.5', ['10.20.9.5'], ['It is in the list']],
  ['2001:db8::1', [], ['2001:db8::1 also matches longer addresses']],
] as const)('before %s joins %j: %j', (text, others, expected) => expect(titles(text, ...others)).toEqual(expected));
