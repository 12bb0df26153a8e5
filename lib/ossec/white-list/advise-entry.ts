/*
 * What to think of before an entry joins the white list: its trap, that it is wide, on the internet, or covered already.
 * Advice, never a refusal: that is lib/ossec/edit's business.
 */
import { describeEntry } from './describe-entry.ts';
import { sizeOf } from './entry-parts.ts';
import type { Trap } from './find-trap.ts';
import { entryMatches } from './is-listed.ts';
import { type Entry, maskOf, type Piece, parseEntry, toAddress, toNumber } from './parse-entry.ts';

export type Advice = { severity: Trap['severity'] | 'note'; title: string; detail: string };

type Network = Extract<Entry, { kind: 'network' }>;

/** Networks of this many bits and fewer are wide: 16 million addresses. */
const WIDE_BITS = 8;

/** Addresses that nobody has on the internet. */
const PRIVATE: readonly Pick<Network, 'address' | 'mask'>[] = (
  [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['100.64.0.0', 10],
  ] as const
).map(([address, bits]) => ({ address: toNumber(address) ?? 0, mask: maskOf(bits) }));

const isWithin = (inner: Pick<Network, 'address' | 'mask'>, outer: Pick<Network, 'address' | 'mask'>): boolean =>
  (inner.mask & outer.mask) >>> 0 === outer.mask && (inner.address & outer.mask) >>> 0 === outer.address;

/** Does whatever `inner` covers always fall under `outer`? False also where that cannot be told. */
export const isCoveredBy = (inner: string, outer: string): boolean =>
  isWithinEntry(parseEntry(inner), parseEntry(outer));

/** The same of entries that were read already: a list is compared with itself. */
export function isWithinEntry(one: Entry, other: Entry): boolean {
  if (one.kind === 'refused' || other.kind === 'refused') return false;
  if (other.kind === 'pattern' && other.pieces.some(({ how }) => how === 'all')) return true;
  if (one.kind === 'network') {
    if (other.kind === 'network') return isWithin(one, other);
    return one.mask === 0xffffffff && entryMatches(other, one.address, toAddress(one.address));
  }
  return (
    other.kind === 'pattern' && one.pieces.every((piece) => other.pieces.some((wider) => isPieceWithin(piece, wider)))
  );
}

function isPieceWithin(inner: Piece, outer: Piece): boolean {
  if (inner.how === 'all') return false;
  switch (outer.how) {
    case 'all':
      return true;
    case 'exact':
      return inner.how === 'exact' && inner.text === outer.text;
    case 'start':
      return (inner.how === 'exact' || inner.how === 'start') && inner.text.startsWith(outer.text);
    case 'end':
      return (inner.how === 'exact' || inner.how === 'end') && inner.text.endsWith(outer.text);
    case 'anywhere':
      return inner.text.includes(outer.text);
  }
}

/** The worst first. `others` are the entries that the list has already. */
export function adviseEntry(text: string, others: readonly string[]): Advice[] {
  const { trap } = describeEntry(text);
  const entry = parseEntry(text);
  const found: Advice[] = trap ? [trap] : [];
  if (entry.kind === 'network' && entry.mask !== 0) found.push(...adviseNetwork(entry));
  const cover = others.find((other) => other !== text && isCoveredBy(text, other));
  if (others.includes(text)) found.push({ severity: 'note', title: 'It is in the list', detail: 'Once is enough.' });
  else if (cover !== undefined) {
    const detail = cover === '' ? 'An empty entry covers it already.' : `${cover} covers it already.`;
    found.push({ severity: 'note', title: 'It changes nothing', detail });
  }
  return found;
}

function adviseNetwork(network: Network): Advice[] {
  const found: Advice[] = [];
  const bits = sizeOf(network.mask);
  if (bits <= WIDE_BITS) {
    const count = (2 ** (32 - bits)).toLocaleString('en-US');
    found.push({
      severity: 'warning',
      title: `It covers ${count} addresses`,
      detail: 'No response runs for an alert that carries one of them as srcip.',
    });
  }
  if (!PRIVATE.some((range) => isWithin(network, range))) {
    found.push({
      severity: 'warning',
      title: bits === 32 ? 'This is an address of the internet' : 'This network is on the internet',
      detail: 'An attack from there is never blocked, and a forged address is enough to look like it.',
    });
  }
  return found;
}
