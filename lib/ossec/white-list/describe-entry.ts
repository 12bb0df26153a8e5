/*
 * A <white_list> entry in words: what it covers, examples, and what it does that nobody expects. For the page, the form and
 * the check alike. Knows nothing of other entries (advise-entry does).
 */
import { canMatch, IPV4_PART, IPV6_PART, isWhole, sizeOf } from './entry-parts.ts';
import { findTrap, type Trap } from './find-trap.ts';
import { type Entry, type Piece, parseEntry, toAddress, toNumber } from './parse-entry.ts';

export type EntryDescription = {
  kind: 'address' | 'network' | 'pattern' | 'everything' | 'nothing' | 'refused';
  /** What it covers, a sentence. */
  words: string;
  /** Addresses that it covers. */
  examples: string[];
  /** How many IPv4 addresses; null where that says nothing. */
  addresses: number | null;
  trap: Trap | null;
};

export function describeEntry(text: string): EntryDescription {
  const entry = parseEntry(text);
  const trap = findTrap(text, entry);
  if (entry.kind === 'refused') {
    return { kind: 'refused', words: 'Nothing: the manager does not start.', examples: [], addresses: null, trap };
  }
  return { ...(entry.kind === 'network' ? describeNetwork(entry) : describePattern(entry.pieces)), trap };
}

function describeNetwork({ address, mask }: Extract<Entry, { kind: 'network' }>): Omit<EntryDescription, 'trap'> {
  const addresses = 2 ** (32 - sizeOf(mask));
  const [first, last] = [toAddress(address), toAddress((address | ~mask) >>> 0)];
  if (addresses === 1) return { kind: 'address', words: `Only ${first}.`, examples: [first], addresses };
  if (mask === 0)
    return { kind: 'everything', words: 'Every IPv4 address.', examples: ['192.0.2.1', '203.0.113.9'], addresses };
  const words = isWhole(mask)
    ? `All from ${first} to ${last}.`
    : `Addresses that are like ${first} where the mask ${toAddress(mask)} has ones.`;
  return { kind: 'network', words, examples: [first, last], addresses };
}

function describePattern(pieces: readonly Piece[]): Omit<EntryDescription, 'trap'> {
  const addresses = null;
  if (pieces.some(({ how }) => how === 'all'))
    return { kind: 'everything', words: 'Every address.', examples: ['192.0.2.1', '2001:db8::1'], addresses };
  const useful = pieces.filter(canMatch);
  if (useful.length === 0) return { kind: 'nothing', words: 'No address.', examples: [], addresses };
  const words = `${useful.map(pieceWords).join(', or ')}.`;
  return {
    kind: 'pattern',
    words: words.charAt(0).toUpperCase() + words.slice(1),
    examples: useful.flatMap(examplesOf).slice(0, 4),
    addresses,
  };
}

function pieceWords({ how, text }: Piece): string {
  if (how === 'exact') return `only ${text}`;
  const where = how === 'start' ? 'that begin with' : how === 'end' ? 'that end with' : 'that hold';
  return `addresses ${where} “${text}”${how === 'anywhere' ? ' anywhere' : ''}`;
}

const BEFORE = ['', '1', '10.', '10.1.', '10.1.1.', '10.1', '10.1.1'];
const BEHIND = ['', '1', '.1', '1.1', '.1.1', '1.1.1', '.1.1.1'];

/** The alternative's own text made an address, and where it is not anchored one that is longer. */
function examplesOf({ how, text }: Piece): string[] {
  if (how === 'exact') return [text];
  if (!IPV4_PART.test(text)) return how !== 'end' && IPV6_PART.test(text) ? [text, `${text}2`] : [text];
  const made = (before: readonly string[], behind: readonly string[]) =>
    before.flatMap((first) => behind.map((last) => `${first}${text}${last}`)).find((one) => toNumber(one) !== null);
  const anchored = how === 'start' ? made([''], BEHIND) : made(BEFORE, how === 'end' ? [''] : BEHIND);
  const longer =
    how === 'start'
      ? made(
          [''],
          BEHIND.slice(1).map((last) => `7${last}`),
        )
      : made(BEFORE.slice(1), how === 'end' ? [''] : BEHIND);
  const found = [...new Set([anchored, longer])].filter((one) => one !== undefined);
  return found.length > 0 ? found : [text];
}
