/*
 * Owns what is known of a run of alerts without reading it again: when, how many of each rule, the newest of each rule and
 * agent. Pure.
 */
import type { EventRows } from '../scan/event-rows.ts';

/** A log as it was read so far. */
export type Log = {
  log: number;
  /** "2026/Jul/ossec-alerts-20.json", or alerts.json where no dated file is it. */
  name: string;
  /** "device:inode" of the plain file. */
  inode: string;
  /** Of the first bytes, so that another file of the same name or inode is noticed. */
  head: string;
  headLength: number;
  /** Of the last bytes that were read, so that text which was cut out and replaced is noticed. */
  tail: string;
  /** Behind the last whole line; of the text, where the file is compressed. */
  readTo: number;
  alerts: number;
  unreadable: number;
  /** Nothing comes any more. */
  ended: boolean;
};

export type Segment = {
  segment: number;
  log: number;
  /** Where in the log its first line is, or before. */
  starts: number;
  alerts: number;
  first: number;
  last: number;
  closed: boolean;
  /** Alerts of each variant. */
  counts: Uint32Array<ArrayBuffer>;
};

/** Of a rule or an agent; `description` is of use for rules only. */
export type Newest = { at: number; id: string; description: number };

/** The sums of a segment while it grows. */
export type Sums = { variants: Map<number, Newest>; agents: Map<number, Newest> };

export const SEGMENT_ALERTS = 8192;

export function newerOf(known: Newest | undefined, other: Newest): Newest {
  if (known === undefined || other.at > known.at) return other;
  return other.at === known.at && other.id > known.id ? other : known;
}

/** Counts the rows in. */
export function addRows(segment: Segment, sums: Sums, rows: EventRows): void {
  for (let row = 0; row < rows.count; row += 1) {
    const at = rows.at[row] as number;
    const variant = rows.variant[row] as number;
    if (at < segment.first) segment.first = at;
    if (at > segment.last) segment.last = at;
    segment.counts = withRoom(segment.counts, variant);
    segment.counts[variant] = (segment.counts[variant] as number) + 1;
    keepNewest(sums.variants, variant, { rows, row });
    keepNewest(sums.agents, rows.agent[row] as number, { rows, row });
  }
  segment.alerts += rows.count;
}

function keepNewest(known: Map<number, Newest>, number: number, { rows, row }: { rows: EventRows; row: number }): void {
  const at = rows.at[row] as number;
  const before = known.get(number);
  if (before !== undefined && before.at > at) return;
  known.set(number, newerOf(before, { at, id: rows.idOf(row), description: rows.description[row] as number }));
}

export function withRoom(counts: Uint32Array<ArrayBuffer>, number: number): Uint32Array<ArrayBuffer> {
  if (number < counts.length) return counts;
  const larger = new Uint32Array(Math.max(number + 1, counts.length * 2));
  larger.set(counts);
  return larger;
}
