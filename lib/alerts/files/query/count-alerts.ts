/*
 * Owns the counting: one pass over the alerts of a period, everything that a question asks at once. Names come last, and only
 * for what is shown.
 */
import type { CountQuery, Period } from '../../alert-history.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import type { Block } from '../store/block.ts';
import { LISTED, type Marks, NO_ADDRESS, REFUSED } from './marks.ts';
import { busiest, nameAgents, nameSources, nameUsers, noteOf } from './name-counts.ts';
import { inOrder, wantedVariants } from './order.ts';
import type { PackedCounts } from './packed-counts.ts';
import { type Bucket, Tally } from './tally.ts';

const STEPS = { hour: 3_600_000, day: 86_400_000 };
const MINUTE = 60_000;
/** Two months of them. */
const MOST_MINUTES = 90_000;
const NOTHING = new Uint32Array(0);

export async function countAlerts(index: AlertIndex, marks: Marks, query: CountQuery): Promise<PackedCounts> {
  const { words } = index;
  const wanted = wantedVariants(words, query.variants);
  const tally = new Tally(words);
  const [ofSource, ofUser] = [marks.ofSources(query.whiteList), marks.ofUsers()];
  const counting = { wanted, ofSource, ofUser, tally, period: query.period, step: STEPS[query.step] };
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
  period: Period;
  step: number;
};

/** Rule by rule; of those that are not wanted nothing is touched. */
function addBlock(block: Block, counting: Counting): void {
  const { variants, starts, first, last } = block;
  const { places } = counting.wanted;
  // A minute for each that the block may have; a block of odd times has too many, and they are kept one by one.
  const firstMinute = Math.floor(first / MINUTE);
  const span = Math.floor(last / MINUTE) - firstMinute + 1;
  const minutes = new Uint32Array(Math.min(span, MOST_MINUTES));
  for (const [group, variant] of variants.entries()) {
    const place = places[variant] ?? -1;
    if (place < 0) continue;
    const rows = { from: starts[group] as number, to: starts[group + 1] as number };
    addRows(block, { rows, place, minutes, firstMinute }, counting);
  }
  const { minutes: known } = counting.tally;
  for (let minute = 0; minute < minutes.length; minute += 1) {
    if (minutes[minute] === 0) continue;
    const at = (firstMinute + minute) * MINUTE;
    known.set(at, (known.get(at) ?? 0) + (minutes[minute] as number));
  }
}

type Part = { rows: { from: number; to: number }; place: number; minutes: Uint32Array; firstMinute: number };

/**
 * Numbers that came after the question began are beyond the arrays, and writing there does nothing. The one loop that goes over
 * every alert: no objects in it, and sums in variables.
 */
function addRows(block: Block, { rows, place, minutes, firstMinute }: Part, counting: Counting): void {
  const { at, agent, source, user } = block;
  const { tally, ofSource, ofUser, step } = counting;
  const { from, to } = counting.period;
  const { agents, agentRuns, sources, users } = tally;
  let bucketAt = Number.NaN;
  let alertsOf = NOTHING;
  let runsOf = NOTHING;
  let listed = 0;
  let alerts = 0;
  let runs = 0;
  let withoutAddress = 0;
  let withoutUser = 0;
  for (let row = rows.from; row < rows.to; row += 1) {
    const when = at[row] as number;
    if (when < from || when >= to) continue;
    // Alerts come in the order of time, nearly: the last bucket is that of the next one too.
    if (!(when >= bucketAt && when < bucketAt + step)) {
      bucketAt = Math.floor(when / step) * step;
      const bucket = bucketOf(tally, bucketAt, counting.wanted.keys.length);
      alertsOf = bucket.alerts;
      runsOf = bucket.runs;
    }
    const who = agent[row] as number;
    const where = source[row] as number;
    const whom = user[row] as number;
    const mark = ofSource[where] as number;
    alerts += 1;
    agents[who] = (agents[who] as number) + 1;
    sources[where] = (sources[where] as number) + 1;
    users[whom] = (users[whom] as number) + 1;
    alertsOf[place] = (alertsOf[place] as number) + 1;
    if ((mark & LISTED) !== 0) {
      listed += 1;
      continue;
    }
    if ((mark & REFUSED) !== 0 || ofUser[whom] === 1) continue;
    runs += 1;
    if ((mark & NO_ADDRESS) !== 0) withoutAddress += 1;
    if (whom === 0) withoutUser += 1;
    runsOf[place] = (runsOf[place] as number) + 1;
    agentRuns[who] = (agentRuns[who] as number) + 1;
    const minute = Math.floor(when / MINUTE) - firstMinute;
    if (minute < MOST_MINUTES) minutes[minute] = (minutes[minute] as number) + 1;
    else addMinute(tally, minute + firstMinute);
  }
  tally.alerts += alerts;
  tally.listed += listed;
  tally.runs += runs;
  tally.withoutAddress += withoutAddress;
  tally.withoutUser += withoutUser;
}

function addMinute({ minutes }: Tally, minute: number): void {
  minutes.set(minute * MINUTE, (minutes.get(minute * MINUTE) ?? 0) + 1);
}

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
