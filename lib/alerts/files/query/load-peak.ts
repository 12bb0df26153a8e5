/*
 * Owns the most blocks in force at once over many alerts, as peak-of-blocks.ts counts them over few: in the order of time,
 * remembering only the blocks that last.
 */
import type { Peak, PeakQuery } from '../../alert-history.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import { LISTED, type Marks, REFUSED } from './marks.ts';
import { wantedVariants } from './order.ts';

/** So many runs are put in order at once; more are a sample that is said to be none. */
const MOST_RUNS = 6_000_000;
/** So many blocks are told apart: who attacks chooses how many there are, and each takes memory. */
const MOST_BLOCKS = 1_000_000;

export type Runs = { at: Float64Array; target: Float64Array; count: number; exact: boolean };

export async function loadPeak(index: AlertIndex, marks: Marks, query: PeakQuery): Promise<Peak> {
  const runs = await collectRuns(index, marks, query);
  return peakOfRuns(runs, {
    length: query.timeoutSeconds > 0 ? query.timeoutSeconds * 1000 : Number.POSITIVE_INFINITY,
  });
}

/** Where there are more blocks than `most`, what came until then. */
export function peakOfRuns(runs: Runs, { length, most = MOST_BLOCKS }: { length: number; most?: number }): Peak {
  if (runs.count === 0) return null;
  const order = sortedOrder(runs);
  const ends = new Map<number, number>();
  let [oldest, blocks, peak] = [0, 0, { at: 0, blocks: 0 }];
  for (const row of order) {
    const at = runs.at[row] as number;
    // What ends at an instant is gone before what starts at it.
    for (; oldest < order.length; oldest += 1) {
      const ended = order[oldest] as number;
      const end = (runs.at[ended] as number) + length;
      if (end > at) break;
      const target = runs.target[ended] as number;
      if (ends.get(target) !== end) continue;
      ends.delete(target);
      blocks -= 1;
    }
    const target = runs.target[row] as number;
    if (!ends.has(target)) {
      if (blocks === most) return { ...peak, exact: false };
      blocks += 1;
    }
    ends.set(target, at + length);
    if (blocks > peak.blocks) peak = { at, blocks };
  }
  return { ...peak, exact: runs.exact };
}

/** An agent and a target each as one number. */
async function collectRuns(index: AlertIndex, marks: Marks, query: PeakQuery): Promise<Runs> {
  const { words } = index;
  const { places } = wantedVariants(words, query.variants);
  const [ofSource, ofUser] = [marks.ofSources(query.whiteList), marks.ofUsers()];
  const agents = sameNumber(words.agents.entries, ({ id }) => id);
  const addresses = sameNumber(words.sources.entries, ({ address }) => address);
  const targets = query.key === 'address' ? addresses : sameNumber(words.users.entries, ({ name }) => name);
  const folded = (query.key === 'address' ? words.sources : words.users).entries.map((entry) => entry?.folded !== 0);
  const { from, to } = query.period;
  const runs: Runs = { at: new Float64Array(1024), target: new Float64Array(1024), count: 0, exact: true };
  await index.scan(query.period, ({ count, at, variants, starts, agent, source, user }) => {
    for (let row = 0, group = 0; row < count; row += 1) {
      while (row >= (starts[group + 1] as number)) group += 1;
      if (!((places[variants[group] as number] as number) >= 0)) {
        row = (starts[group + 1] as number) - 1;
        continue;
      }
      const when = at[row] as number;
      if (when < from || when >= to) continue;
      const [where, whom] = [source[row] as number, user[row] as number];
      if (((ofSource[where] as number) & (LISTED | REFUSED)) !== 0 || ofUser[whom] === 1) continue;
      const number = query.key === 'address' ? where : whom;
      const target = targets[number] as number;
      if (!(target >= 0)) continue;
      if (folded[number] || runs.count === MOST_RUNS) runs.exact = false;
      if (runs.count === MOST_RUNS) continue;
      addRun(runs, when, (agents[agent[row] as number] as number) * targets.length + target);
    }
  });
  return runs;
}

function addRun(runs: Runs, at: number, target: number): void {
  if (runs.count === runs.at.length) {
    for (const column of ['at', 'target'] as const) {
      const larger = new Float64Array(runs.count * 2);
      larger.set(runs[column]);
      runs[column] = larger;
    }
  }
  runs.at[runs.count] = at;
  runs.target[runs.count] = target;
  runs.count += 1;
}

/** The same number for entries that mean the same; -1 for those that mean nothing. */
function sameNumber<T>(entries: readonly T[], nameOf: (entry: T) => string | null): Int32Array {
  const first = new Map<string, number>();
  const numbers = new Int32Array(entries.length).fill(-1);
  for (const [number, entry] of entries.entries()) {
    const name = entry === undefined ? null : nameOf(entry);
    if (name === null) continue;
    const known = first.get(name) ?? number;
    first.set(name, known);
    numbers[number] = known;
  }
  return numbers;
}

function sortedOrder({ at, count }: Runs): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, row) => row);
  let isSorted = true;
  for (let row = 1; row < count && isSorted; row += 1) isSorted = (at[row] as number) >= (at[row - 1] as number);
  return isSorted ? order : order.sort((a, b) => (at[a] as number) - (at[b] as number));
}
