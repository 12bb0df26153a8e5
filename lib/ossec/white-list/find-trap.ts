/*
 * What an entry does that nobody expects, the worst only. Judges one entry; what it covers in words is describe-entry's
 * business.
 */
import type { Severity } from '../findings/finding.ts';
import { shown } from '../findings/support/words.ts';
import { anchorIpv6 } from './anchor-ipv6.ts';
import { breadthOf, MOST, shareWords } from './breadth.ts';
import { canMatch, IPV4_PART, IPV6_PART, isWhole, MAPPED } from './entry-parts.ts';
import type { Entry, Piece } from './parse-entry.ts';

export type Trap = { severity: Exclude<Severity, 'note'>; title: string; detail: string };

const say = (severity: Trap['severity'], title: string, detail: string): Trap => ({ severity, title, detail });

export function findTrap(text: string, entry: Entry): Trap | null {
  const value = shown(text);
  if (entry.kind === 'refused') {
    const why = entry.why === 'too-long' ? `${value} is too long` : `${value} is not an address`;
    return say('blocker', why, 'Wazuh refuses the file and does not start. Correct the white list entry.');
  }
  if (entry.kind === 'network') return trapOfNetwork(value, entry) ?? trapOfBreadth(text, value);
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

/** The share of IPv4 addresses from which on an entry is worth a word: no network of anybody is that large. */
const MUCH = 1 / 16;

function trapOfBreadth(text: string, value: string): Trap | null {
  const { ipv4, ipv6 } = breadthOf([text]);
  if (ipv4 >= MOST || ipv6 >= MOST) {
    const [family, share] = ipv4 >= MOST ? ['IPv4', ipv4] : ['IPv6', ipv6];
    return say(
      'error',
      `The white list covers half of all ${family} addresses or more`,
      `${value} matches ${shareWords(share)} of them, and no response runs for an alert that carries one.`,
    );
  }
  if (ipv4 < MUCH) return null;
  return say(
    'warning',
    `${value} covers ${shareWords(ipv4)} of all IPv4 addresses`,
    'No response runs for an alert that carries one of them as srcip.',
  );
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
  return trapOfDead(text, value, pieces) ?? trapOfBreadth(text, value) ?? trapOfLoose(value, pieces);
}

/** Alternatives that no address is like. */
function trapOfDead(text: string, value: string, pieces: readonly Piece[]): Trap | null {
  const isAll = !pieces.some((piece) => canMatch(piece) && !piece.text.startsWith(MAPPED));
  if (text !== text.trim()) {
    const what = isAll ? 'it matches nothing' : 'a part of it matches nothing';
    return say('error', `White list entry ${value} holds blanks`, `Blanks are part of the entry, so ${what}.`);
  }
  const title = `${isAll ? '' : 'A part of '}${value} matches no address`;
  const slash = pieces.find((piece) => piece.text.includes('/') && IPV6_PART.test(piece.text.replace(/\/.*$/, '')));
  if (slash) {
    return say(
      'error',
      title,
      'An IPv6 entry is compared as text; networks do not work. Write its beginning, as in ^2001:db8:',
    );
  }
  const mapped = pieces.find((piece) => piece.text.startsWith(MAPPED));
  if (mapped) {
    const rest = mapped.text.slice(MAPPED.length);
    const detail = `Wazuh takes ::ffff: off the address of an alert before it compares. Write ${rest} without it.`;
    return say('error', title, detail);
  }
  return isAll ? say('error', title, 'It holds characters that no address has. Remove the entry.') : null;
}

/** Alternatives that are found where nobody meant them. */
function trapOfLoose(value: string, pieces: readonly Piece[]): Trap | null {
  const loose = pieces.find((piece) => piece.how !== 'exact' && piece.how !== 'start' && IPV6_PART.test(piece.text));
  if (loose) return trapOfLooseIpv6(value, loose.text);
  const part = pieces.find((piece) => piece.how === 'anywhere' && IPV4_PART.test(piece.text));
  if (!part) return null;
  return say(
    'warning',
    `${value} is searched anywhere in an address`,
    `It is no IPv4 address or network, so it is compared as text. Write ^${part.text} for addresses that begin with it.`,
  );
}

function trapOfLooseIpv6(value: string, text: string): Trap {
  const better = anchorIpv6(text);
  if (better?.endsWith('$')) {
    const detail = `An IPv6 entry is searched as text. Write ${better} to match only this one.`;
    return say('warning', `${value} also matches longer addresses`, detail);
  }
  const way =
    better === null
      ? 'Write the beginning of an address behind a ^, as in ^2001:db8:'
      : `Write ${better} for addresses that begin with it.`;
  return say('warning', `${value} is searched anywhere in an address`, `An IPv6 entry is compared as text. ${way}`);
}
