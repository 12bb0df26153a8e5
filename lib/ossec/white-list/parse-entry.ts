/*
 * What a <white_list> entry is to the manager: an IPv4 network, a pattern, or a reason not to start (wazuh-facts §2.5). An
 * address is a network of one. Owns the parsing; what matches is is-listed's business, words are describe-entry's.
 */

/** How one alternative of a pattern is compared, without regard to case. `all` matches whatever the address is. */
export type Piece = { how: 'all' | 'exact' | 'start' | 'end' | 'anywhere'; text: string };

export type Entry =
  /** `address` is already cut to the mask. A mask may have holes: it is taken bit by bit. */
  | { kind: 'network'; address: number; mask: number; negated: boolean }
  | { kind: 'pattern'; pieces: readonly Piece[] }
  /** The manager does not start with it. */
  | { kind: 'refused'; why: 'no-address' | 'too-long' };

/** Where the manager's two looks at an entry disagree, it refuses to start: first does it look like an address … */
const LIKE_ADDRESS = /^!?\d{1,3}(\.\d{1,3}){3}(\/\d{1,2}(\d(\.\d{1,3}){3})?)?$/;
/** … and then is it one. No octet has leading zeros. */
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ADDRESS = `${OCTET}(?:\\.${OCTET}){3}`;
const NETWORK = new RegExp(`^(${ADDRESS})(?:/(3[0-2]|[12]?\\d|${ADDRESS}))?$`);
const ONE_ADDRESS = new RegExp(`^${ADDRESS}$`);
/** The longest pattern that is taken. */
const MOST_BYTES = 20480;

/** An IPv4 address as a number of 32 bits; null for anything else. */
export function toNumber(address: string): number | null {
  if (!ONE_ADDRESS.test(address)) return null;
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

/** The way back. */
export const toAddress = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff).join('.');

/** The mask of a network written with a count of bits. */
export const maskOf = (bits: number): number => (bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0);

export function parseEntry(text: string): Entry {
  if (LIKE_ADDRESS.test(text)) return parseNetwork(text);
  if (new TextEncoder().encode(text).length > MOST_BYTES) return { kind: 'refused', why: 'too-long' };
  return { kind: 'pattern', pieces: text.split('|').map(parsePiece) };
}

function parseNetwork(text: string): Entry {
  const [, written = '', mask = '32'] = NETWORK.exec(text.replace(/^!/, '')) ?? [];
  const address = toNumber(written);
  if (address === null) return { kind: 'refused', why: 'no-address' };
  const bits = toNumber(mask) ?? maskOf(Number(mask));
  return { kind: 'network', address: (address & bits) >>> 0, mask: bits, negated: text.startsWith('!') };
}

const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A lone anchor leaves nothing to compare, and nothing is found everywhere; `^$` is nothing but an empty address. */
function parsePiece(written: string): Piece {
  const [atStart, atEnd] = [written.startsWith('^'), written.endsWith('$')];
  const text = lower(written.slice(atStart ? 1 : 0, atEnd ? -1 : undefined));
  if (atStart && atEnd) return { how: 'exact', text };
  if (text === '') return { how: 'all', text };
  return { how: atStart ? 'start' : atEnd ? 'end' : 'anywhere', text };
}
