/*
 * A <white_list> entry in words: what it covers, examples, and what it does that nobody expects. For the page, the form and
 * the check alike. Knows nothing of other entries (advise-entry does).
 */
import type { Severity } from '../findings/finding.ts';
import { shown } from '../findings/support/words.ts';
import { type Entry, type Piece, parseEntry, toAddress, toNumber } from './parse-entry.ts';

export type Trap = { severity: Exclude<Severity, 'note'>; title: string; detail: string };

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

const NO_ADDRESS_HAS = /[^a-z0-9.:_-]/;
const MAPPED = '::ffff:';
const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*$/;
const IPV4_PART = /^[\d.]+$/;

/** How many bits of a mask are set. */
export const sizeOf = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

const isWhole = (mask: number): boolean => /^1*0*$/.test(mask.toString(2).padStart(32, '0'));

/** Could there be an address that this alternative covers? */
const canMatch = ({ how, text }: Piece): boolean =>
  how === 'all' ||
  (text !== '' && !NO_ADDRESS_HAS.test(text) && !((how === 'exact' || how === 'start') && text.startsWith(MAPPED)));

export function describeEntry(text: string): EntryDescription {
  const entry = parseEntry(text);
  const trap = trapOf(text, entry);
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
  if (!IPV4_PART.test(text)) return how !== 'end' && IPV6.test(text) ? [text, `${text}2`] : [text];
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

const say = (severity: Trap['severity'], title: string, detail: string): Trap => ({ severity, title, detail });

function trapOf(text: string, entry: Entry): Trap | null {
  const value = shown(text);
  if (entry.kind === 'refused') {
    const why = entry.why === 'too-long' ? `${value} is too long` : `${value} is not an address`;
    return say('blocker', why, 'Wazuh refuses the file and does not start. Correct the white list entry.');
  }
  if (entry.kind === 'network') return trapOfNetwork(value, entry);
  if (entry.pieces.some(({ how }) => how === 'all')) {
    const cause =
      text === '' ? 'An empty white list entry' : `${text.includes('|') ? 'The lone vertical bar in ' : ''}${value}`;
    return say(
      'error',
      'The white list covers every address',
      `${cause} matches all, so alerts with an address run nothing.`,
    );
  }
  return trapOfPattern(text, value, entry.pieces);
}

function trapOfNetwork(value: string, { mask, negated }: Extract<Entry, { kind: 'network' }>): Trap | null {
  if (negated) {
    return say(
      'error',
      `The ! in white list entry ${value} is dropped`,
      'The entry matches what follows it. Nothing can be excepted.',
    );
  }
  if (mask === 0) {
    return say('error', 'The white list covers every IPv4 address', `${value} matches all, so hardly a response runs.`);
  }
  if (isWhole(mask)) return null;
  return say(
    'warning',
    `The mask of ${value} has holes`,
    'It is taken bit by bit, so the entry covers addresses far apart. Write a network like 192.0.2.0/24.',
  );
}

function trapOfPattern(text: string, value: string, pieces: readonly Piece[]): Trap | null {
  if (text !== text.trim()) {
    return say(
      'error',
      `White list entry ${value} holds blanks`,
      'Blanks are part of the entry, so it matches nothing.',
    );
  }
  const slash = pieces.find((piece) => piece.text.includes('/') && IPV6.test(piece.text.replace(/\/.*$/, '')));
  if (slash) {
    return say(
      'error',
      `${value} matches no address`,
      'An IPv6 entry is compared as text; networks do not work. Write its beginning, as in ^2001:db8:',
    );
  }
  const mapped = pieces.find((piece) => piece.text.startsWith(MAPPED));
  if (mapped) {
    const rest = mapped.text.slice(MAPPED.length);
    const detail = `Wazuh takes ::ffff: off the address of an alert before it compares. Write ${rest} without it.`;
    return say('error', `${value} matches no address`, detail);
  }
  if (!pieces.some(canMatch)) {
    return say('error', `${value} matches no address`, 'It holds characters that no address has. Remove the entry.');
  }
  const loose = pieces.find(
    (piece) => piece.how !== 'exact' && piece.how !== 'start' && IPV6.test(piece.text) && piece.text.includes(':'),
  );
  if (loose) {
    return say(
      'warning',
      `${value} also matches longer addresses`,
      `An IPv6 entry is searched as text. Write ^${loose.text}$ to match only this one.`,
    );
  }
  const part = pieces.find((piece) => piece.how === 'anywhere' && IPV4_PART.test(piece.text));
  if (!part) return null;
  return say(
    'warning',
    `${value} is searched anywhere in an address`,
    `It is no IPv4 address or network, so it is compared as text. Write ^${part.text} for addresses that begin with it.`,
  );
}
