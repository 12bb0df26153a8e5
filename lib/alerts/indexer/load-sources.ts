/*
 * Owns which addresses are named. All were walked as a rule; where there are too many, the most frequent and our own are asked
 * for by name, so that neither is missed.
 */
import * as z from 'zod/mini';
import { isListed } from '../../ossec/white-list/is-listed.ts';
import type { CountQuery, HistoryCounts, SourceCount } from '../alert-history.ts';
import { ADDRESSES, has, hasNone, isOneOf, SRCIP } from './alerts-filter.ts';
import type { AskIndexer } from './ask-indexer.ts';
import { askedFor, loadTargets, type Targets, theMostFirst } from './load-targets.ts';
import { buckets, searchCounts } from './search.ts';

export async function loadSources(
  ask: AskIndexer,
  query: CountQuery,
  targets: Targets,
): Promise<HistoryCounts['sources']> {
  const { top, own } = query;
  const isOwn = ({ address }: SourceCount) => own.includes(address);
  const { sources, complete } = targets;
  if (complete) return { top: sources.slice(0, top), distinct: sources.length, own: sources.filter(isOwn) };
  const anyOwn = { bool: { should: ADDRESSES.map((field) => isOneOf(field, own)), minimum_should_match: 1 } };
  const ours = own.length > 0 ? await loadTargets(ask, query, [anyOwn]) : null;
  return {
    top: (await loadMostFrequent(ask, query)).slice(0, top),
    distinct: sources.length,
    own: ours?.sources.filter(isOwn) ?? [],
  };
}

const frequent = z.object({ addresses: buckets(z.object({ key: z.string(), doc_count: z.number() })) });

/** Each field where no field before it says the address. What else is in srcip is not told. */
async function loadMostFrequent(ask: AskIndexer, query: CountQuery): Promise<SourceCount[]> {
  const aggs = ADDRESSES.map((field, at) => ({
    filter: { bool: { filter: [has(field), hasNone(ADDRESSES.slice(0, at))] } },
    aggs: { addresses: { terms: { field, size: query.top, shard_size: query.top * 2 + 1000 } } },
  }));
  const { found } = await searchCounts(ask, {
    filter: askedFor(query),
    aggs: Object.fromEntries(aggs.map((one, at) => [`by${at}`, one])),
    shape: z.record(z.string(), frequent),
  });
  return ADDRESSES.flatMap((field, at) =>
    (found[`by${at}`]?.addresses.buckets ?? []).map(({ key, doc_count }) => ({
      address: key,
      srcip: field === SRCIP ? key : null,
      alerts: doc_count,
      listed: field === SRCIP && isListed(key, query.whiteList),
    })),
  ).sort(theMostFirst);
}
