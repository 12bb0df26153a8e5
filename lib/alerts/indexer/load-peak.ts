/*
 * Owns the most blocks in force at once, from the indexer. Exact while the runs are few enough to be read one by one, or when
 * blocks never end; an upper bound otherwise, and then it says so.
 */
import * as z from 'zod/mini';
import type { Peak, PeakQuery } from '../alert-history.ts';
import { peakOfBlocks } from '../peak-of-blocks.ts';
import { readAlert } from '../read-alert.ts';
import { ALERT_FIELDS } from './alert-fields.ts';
import { ADDRESSES, type Clause, has, runs, TIME, USER } from './alerts-filter.ts';
import type { AskIndexer } from './ask-indexer.ts';
import { askedFor, BY_ADDRESS, loadTargets, targetOf } from './load-targets.ts';
import { buckets, searchCounts, searchDocuments, searchGroups } from './search.ts';

/** Read one by one up to here. */
const MAX_RUNS = 20_000;
const MAX_STEPS = 20_000;

export async function loadPeak(ask: AskIndexer, query: PeakQuery, maxRuns = MAX_RUNS): Promise<Peak> {
  const { listedAddresses } = await loadTargets(ask, query);
  const hasTarget: Clause =
    query.key === 'user' ? has(USER) : { bool: { should: ADDRESSES.map(has), minimum_should_match: 1 } };
  const filter = [...askedFor(query), runs(listedAddresses), hasTarget];
  const { total } = await searchCounts(ask, { filter, aggs: {}, shape: z.object({}) });
  if (total === 0) return null;
  if (total <= maxRuns) {
    const { documents } = await searchDocuments(ask, { filter, limit: maxRuns, source: ALERT_FIELDS });
    return peakOfBlocks(
      documents.flatMap((document) => readAlert(JSON.stringify(document)) ?? []),
      query,
    );
  }
  const pairs = await countPairs(ask, filter, query.key);
  if (query.timeoutSeconds === 0 && pairs.complete) return { ...pairs.peak, exact: true };
  const crowd = query.timeoutSeconds === 0 ? null : await countCrowd(ask, filter, query);
  const bound = crowd && (!pairs.complete || crowd.blocks < pairs.peak.blocks) ? crowd : pairs.peak;
  return { ...bound, blocks: pairs.complete || crowd ? bound.blocks : total, exact: false };
}

type Bound = { at: number; blocks: number };

const address = z.nullable(z.string());
const pair = z.object({
  key: z.object({
    agent: z.string(),
    user: z.optional(z.string()),
    ipAddress: z.optional(address),
    destinationIp: z.optional(address),
    srcip: z.optional(address),
  }),
  first: z.object({ value: z.number() }),
});

/** Different blocks: an agent and a target each. Without an end they are all in force when the last one starts. */
async function countPairs(ask: AskIndexer, filter: readonly Clause[], key: PeakQuery['key']) {
  const byTarget = key === 'user' ? [{ user: { terms: { field: USER } } }] : BY_ADDRESS;
  const { groups, complete } = await searchGroups(ask, {
    filter,
    by: [{ agent: { terms: { field: 'agent.id' } } }, ...byTarget],
    aggs: { first: { min: { field: TIME } } },
    shape: pair,
  });
  const starts = new Map<string, number>();
  for (const { key: found, first } of groups) {
    const { ipAddress = null, destinationIp = null, srcip = null } = found;
    const target = found.user ?? targetOf({ ipAddress, destinationIp, srcip }).address;
    const name = JSON.stringify([found.agent, target]);
    starts.set(name, Math.min(starts.get(name) ?? Number.POSITIVE_INFINITY, first.value));
  }
  const peak: Bound = { at: [...starts.values()].reduce((a, b) => Math.max(a, b), 0), blocks: starts.size };
  return { peak, complete };
}

const steps = z.object({ steps: buckets(z.object({ key: z.number(), doc_count: z.number() })) });

/** What is in force in a step began in it or in the one before, when a step is no shorter than a block. */
async function countCrowd(ask: AskIndexer, filter: readonly Clause[], query: PeakQuery): Promise<Bound> {
  const { from, to } = query.period;
  const length = Math.max(query.timeoutSeconds, Math.ceil((to - from) / 1000 / MAX_STEPS));
  const { found } = await searchCounts(ask, {
    filter,
    aggs: { steps: { date_histogram: { field: TIME, fixed_interval: `${length}s`, min_doc_count: 1 } } },
    shape: steps,
  });
  const runsAt = new Map(found.steps.buckets.map(({ key, doc_count }) => [key, doc_count]));
  let bound: Bound = { at: from, blocks: 0 };
  for (const [at, ran] of runsAt) {
    const blocks = ran + (runsAt.get(at - length * 1000) ?? 0);
    if (blocks > bound.blocks) bound = { at, blocks };
  }
  return bound;
}
