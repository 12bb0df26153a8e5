/*
 * Is an address covered by the white list, as the manager compares them (wazuh-facts §2.5)? Only an alert's srcip is: what a
 * Windows event carries elsewhere never gets here.
 */
import { type Entry, type Piece, parseEntry, toNumber } from './parse-entry.ts';

/** The manager takes it off an alert's address first, in small letters only. */
const MAPPED = '::ffff:';

export const unmapped = (srcip: string): string => (srcip.startsWith(MAPPED) ? srcip.slice(MAPPED.length) : srcip);

function pieceMatches({ how, text }: Piece, subject: string): boolean {
  switch (how) {
    case 'all':
      return true;
    case 'exact':
      return subject === text;
    case 'start':
      return subject.startsWith(text);
    case 'end':
      return subject.endsWith(text);
    case 'anywhere':
      return subject.includes(text);
  }
}

/** With a refused entry there is no manager that could match anything. */
export function entryMatches(entry: Entry, number: number | null, subject: string): boolean {
  if (entry.kind === 'network') return number !== null && (number & entry.mask) >>> 0 === entry.address;
  return entry.kind === 'pattern' && entry.pieces.some((piece) => pieceMatches(piece, subject));
}

/** For many addresses: the entries are read once. */
export function toWhiteList(entries: readonly string[]): (srcip: string) => boolean {
  const read = entries.map(parseEntry);
  return (srcip) => {
    const address = unmapped(srcip);
    const number = toNumber(address);
    const subject = address.toLowerCase();
    return read.some((entry) => entryMatches(entry, number, subject));
  };
}

export const isListed = (srcip: string, entries: readonly string[]): boolean => toWhiteList(entries)(srcip);
