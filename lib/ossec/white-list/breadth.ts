/*
 * How much of all addresses a white list covers: counted over a fixed sample, because patterns overlap. For warnings, never
 * for a verdict on one address.
 */
import { entryMatches } from './is-listed.ts';
import { parseEntry, toAddress, toNumber } from './parse-entry.ts';

export type Breadth = { ipv4: number; ipv6: number };

/** From here on hardly a response runs. */
export const MOST = 0.5;

const SIZE = 256;
type Probe = { number: number | null; subject: string };

/** Numbers of 32 bits in no order that an entry could follow. */
const stirred = (at: number): number => Math.imul(Math.imul(at + 1, 0x9e3779b1) ^ 0x5bd1e995, 0x85ebca6b) >>> 0;
const toProbe = (subject: string): Probe => ({ number: toNumber(subject), subject });

/** Each first octet once. */
const IPV4 = Array.from({ length: SIZE }, (_, at) => toProbe(`${at}.${toAddress(stirred(at)).replace(/^\d+\./, '')}`));
/** Where the internet is, as logs write it: every other one shortened. */
const NETS = ['2001:', '2003:', '2400:', '2600:', '2804:', '2a01:', '2a0d:', '2c0f:'];
const IPV6 = Array.from({ length: SIZE / 4 }, (_, at) => {
  const part = (shift: number) => (stirred(at * 8 + shift) >>> 16).toString(16);
  const begin = `${NETS[at % NETS.length]}${part(0)}`;
  const whole = [1, 2, 3, 4, 5, 6].map(part).join(':');
  return toProbe(at % 2 === 0 ? `${begin}::${part(1)}` : `${begin}:${whole}`);
});

export function breadthOf(entries: readonly string[]): Breadth {
  const read = entries.map(parseEntry);
  const share = (probes: readonly Probe[]) =>
    probes.filter(({ number, subject }) => read.some((entry) => entryMatches(entry, number, subject))).length /
    probes.length;
  return { ipv4: share(IPV4), ipv6: share(IPV6) };
}

/** "about 43 %" */
export const shareWords = (share: number): string => `about ${Math.round(share * 100)} %`;
