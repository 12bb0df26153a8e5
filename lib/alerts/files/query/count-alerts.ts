/*
 * Owns the counting: one pass over the alerts of a period, everything that a question asks at once. Names come last, and only
 * for what is shown.
 */
import type { CountQuery } from '../../alert-history.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import type { Block } from '../store/block.ts';
import { LISTED, type Marks, NO_ADDRESS, REFUSED } from './marks.ts';
import { busiest, nameAgents, nameSources, nameUsers, noteOf } from './name-counts.ts';
import { inOrder, wantedVariants } from './order.ts';
import type { PackedCounts } from './packed-counts.ts';
import { type Bucket, Tally } from './tally.ts';

const STEPS = { hour: 3_600_000, day: 86_400_000 };
const MINUTE = 60_000;

export async function countAlerts(index: AlertIndex, marks: Marks, query: CountQuery): Promise<PackedCounts> {
  const { words } = index;
  const wanted = wantedVariants(words, query.variants);
  const tally = new Tally(words);
  const [ofSource, ofUser] = [marks.ofSources(query.whiteList), marks.ofUsers()];
  const counting = { wanted, ofSource, ofUser, tally, query };
  await index.scan(query.period, (block) => addBlock(block, counting));
  return {
    alerts: tally.alerts,
    listed: tally.listed,
    refused: tally.alerts - tally.listed - tally.runs,
    withoutAddress: tally.withoutAddress,
    withoutUser: tally.withoutUser,
    byTime: packBuckets(tally, wanted),
    agents: nameAgents(index, tally, query),
    sources: nameSources({ index, tally, query, ofSource }),
    users: nameUsers(index, tally, query),
    busiestMinute: busiest(tally.minutes),
    note: noteOf(index, tally),
  };
}

type Counting = {
  wanted: ReturnType<typeof wantedVariants>;
  ofSource: Uint8Array;
  ofUser: Uint8Array;
  tally: Tally;
  query: CountQuery;
};

/** Numbers that came after the question began are beyond the arrays, and writing there does nothing. */
function addBlock(block: Block, { wanted, ofSource, ofUser, tally, query }: Counting): void {
  const { at, variant, agent, source, user } = block;
  const { from, to } = query.period;
  const step = STEPS[query.step];
  const { agents, agentRuns, sources, users, minutes } = tally;
  let [bucketAt, bucket] = [Number.NaN, null as Bucket | null];
  let [minuteAt, minuteRuns] = [Number.NaN, 0];
  for (let row = 0; row < block.count; row += 1) {
    const place = wanted.places[variant[row] as number] as number;
    const when = at[row] as number;
    if (!(place >= 0) || when < from || when >= to) continue;
    const start = when - mod(when, step);
    if (start !== bucketAt) {
      bucketAt = start;
      bucket = bucketOf(tally, start, wanted.keys.length);
    }
    const [who, where, whom] = [agent[row] as number, source[row] as number, user[row] as number];
    const mark = ofSource[where] as number;
    tally.alerts += 1;
    agents[who] = (agents[who] as number) + 1;
    sources[where] = (sources[where] as number) + 1;
    users[whom] = (users[whom] as number) + 1;
    (bucket as Bucket).alerts[place] = ((bucket as Bucket).alerts[place] as number) + 1;
    if ((mark & LISTED) !== 0) {
      tally.listed += 1;
      continue;
    }
    if ((mark & REFUSED) !== 0 || ofUser[whom] === 1) continue;
    tally.runs += 1;
    if ((mark & NO_ADDRESS) !== 0) tally.withoutAddress += 1;
    if (whom === 0) tally.withoutUser += 1;
    (bucket as Bucket).runs[place] = ((bucket as Bucket).runs[place] as number) + 1;
    agentRuns[who] = (agentRuns[who] as number) + 1;
    const minute = when - mod(when, MINUTE);
    if (minute !== minuteAt) {
      if (minuteRuns > 0) minutes.set(minuteAt, minuteRuns);
      minuteAt = minute;
      minuteRuns = minutes.get(minute) ?? 0;
    }
    minuteRuns += 1;
  }
  if (minuteRuns > 0) minutes.set(minuteAt, minuteRuns);
}

/** Also before 1970. */
const mod = (value: number, by: number): number => ((value % by) + by) % by;

function bucketOf(tally: Tally, at: number, variants: number): Bucket {
  const known = tally.buckets.get(at);
  if (known) return known;
  const bucket = { alerts: new Uint32Array(variants), runs: new Uint32Array(variants) };
  tally.buckets.set(at, bucket);
  return bucket;
}

/** In order of time, then of keys; only what is not 0. */
function packBuckets({ buckets }: Tally, { keys }: Counting['wanted']): PackedCounts['byTime'] {
  const order = Uint32Array.from(keys.keys()).sort((a, b) => inOrder(keys[a] ?? '', keys[b] ?? ''));
  const times = [...buckets.keys()].sort((a, b) => a - b);
  const size = [...buckets.values()].reduce(
    (sum, { alerts }) => sum + alerts.reduce((found, each) => found + (each ? 1 : 0), 0),
    0,
  );
  const [at, key] = [new Float64Array(size), new Uint32Array(size)];
  const [alerts, runs] = [new Uint32Array(size), new Uint32Array(size)];
  let index = 0;
  for (const time of times) {
    const bucket = buckets.get(time) as Bucket;
    for (const place of order) {
      if (bucket.alerts[place] === 0) continue;
      at[index] = time;
      key[index] = place;
      alerts[index] = bucket.alerts[place] as number;
      runs[index] = bucket.runs[place] as number;
      index += 1;
    }
  }
  return { keys, at, key, alerts, runs };
}
