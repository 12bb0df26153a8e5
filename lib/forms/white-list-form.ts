/*
 * The form that adds an entry to the white list: its values, the entry they stand for, and what is wrong with them in words.
 * One set of rules for browser and server. Pure; knows no zod. What an entry covers is lib/ossec/white-list's business.
 */
import { breadthOf, MOST } from '../ossec/white-list/breadth.ts';
import { describeEntry } from '../ossec/white-list/describe-entry.ts';
import { entryFor } from '../ossec/white-list/entry-for.ts';
import { isWhole } from '../ossec/white-list/entry-parts.ts';
import { isIpv6 } from '../ossec/white-list/is-address-or-name.ts';
import { parseEntry, toNumber } from '../ossec/white-list/parse-entry.ts';
import type { Problems } from './command-problems.ts';

export const ENTRY_KINDS = ['address', 'network', 'pattern'] as const;
export const PATTERN_PLACES = ['start', 'exact', 'end', 'anywhere'] as const;

export type WhiteListFormValues = {
  kind: (typeof ENTRY_KINDS)[number];
  address: string;
  network: string;
  /** Where in an address `text` has to stand. */
  place: (typeof PATTERN_PLACES)[number];
  text: string;
  note: string;
  /** "2026-12-31", its last day; empty for an entry that stays. */
  expiresOn: string;
};

export const emptyWhiteListForm: WhiteListFormValues = {
  kind: 'address',
  address: '',
  network: '',
  place: 'start',
  text: '',
  note: '',
  expiresOn: '',
};

const ANCHORS: Record<WhiteListFormValues['place'], [string, string]> = {
  start: ['^', ''],
  exact: ['^', '$'],
  end: ['', '$'],
  anywhere: ['', ''],
};

/** What would stand in ossec.conf. */
export function entryOf({ kind, address, network, place, text }: WhiteListFormValues): string {
  if (kind === 'address') return entryFor(address.trim());
  if (kind === 'network') return network.trim();
  const [before, behind] = ANCHORS[place];
  return `${before}${text.trim()}${behind}`;
}

/** The end of the last day, in the zone of who reads the form's answer; null for one that stays. */
export const expiryOf = (expiresOn: string): number | null =>
  expiresOn === '' ? null : new Date(`${expiresOn}T23:59:59.999`).getTime();

/** The day of a time, as a date field takes it. */
export function dateOf(at: number | null): string {
  if (at === null) return '';
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const TOO_BROAD = 'This covers half of all IPv4 addresses or more: hardly a response would ever run.';
const isTooBroad = (values: WhiteListFormValues): boolean => breadthOf([entryOf(values)]).ipv4 >= MOST;

export function whiteListProblems(values: WhiteListFormValues, now = Date.now()): Problems {
  const field = values.kind === 'pattern' ? 'text' : values.kind;
  const problem = {
    address: () => addressProblem(values.address.trim()),
    network: () => networkProblem(values.network.trim()),
    pattern: () => patternProblem(values),
  }[values.kind]();
  const isOver = values.expiresOn !== '' && values.expiresOn < dateOf(now);
  return {
    ...(problem ? { [field]: problem } : isTooBroad(values) && { [field]: TOO_BROAD }),
    ...(isOver && { expiresOn: 'This day is over.' }),
    ...noteProblems(values),
  };
}

export function noteProblems({ note, expiresOn }: Pick<WhiteListFormValues, 'note' | 'expiresOn'>): Problems {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(expiresOn) && !Number.isNaN(expiryOf(expiresOn));
  return {
    ...(note.length > 500 && { note: 'Use at most 500 characters.' }),
    ...(expiresOn !== '' && !isDate && { expiresOn: 'Choose a day.' }),
  };
}

function addressProblem(address: string): string | null {
  if (address === '') return 'Enter an address.';
  if (toNumber(address) !== null) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return `Wazuh takes ::ffff: off before it compares. Enter ${mapped}.`;
  if (/[$^|]/.test(address)) return 'This is a pattern. Choose Pattern above.';
  if (/:.*\//.test(address)) return networkProblem(address);
  if (address.includes('/')) return 'This is a network. Choose Network above.';
  return isIpv6(address) ? null : `${address.slice(0, 60)} is not an IPv4 or IPv6 address.`;
}

function networkProblem(network: string): string | null {
  if (network === '') return 'Enter a network.';
  if (network.includes(':')) {
    const beginning = network.replace(/\/.*$/, '').replace(/::?$/, ':');
    return `Wazuh knows no IPv6 networks here. Choose Pattern, and addresses that begin with ${beginning.slice(0, 60)}`;
  }
  if (toNumber(network) !== null) return 'Write the size behind a slash, as in 192.0.2.0/24.';
  const { kind } = describeEntry(network);
  const entry = parseEntry(network);
  if (kind === 'everything') return 'This is every IPv4 address: hardly a response would ever run.';
  if (entry.kind === 'network' && !isWhole(entry.mask))
    return 'The mask has holes. Write the size as a number, as in 192.0.2.0/24.';
  const isNetwork = kind === 'network' || kind === 'address';
  return isNetwork && !network.startsWith('!') ? null : 'Write an IPv4 network like 192.0.2.0/24.';
}

function patternProblem({ text: typed, place }: WhiteListFormValues): string | null {
  const text = typed.trim();
  if (text === '') return 'Enter a part of an address.';
  const odd = /[^\w.:-]/.exec(text)?.[0];
  if (odd === '^' || odd === '$') return 'Leave ^ and $ out: they are written for you.';
  if (odd === '|') return 'Add one entry for each alternative.';
  if (odd === '/') return 'No address holds a slash. For a network choose Network above.';
  if (odd !== undefined) return `No address holds ${odd === ' ' ? 'a blank' : odd}.`;
  if (place === 'anywhere' && toNumber(text) !== null) return 'This is an address. Choose Address above.';
  if (place === 'anywhere' && /^[\d.]+$/.test(text))
    return 'Anywhere, this would be found inside of other addresses, too. Choose where it has to stand.';
  return null;
}
