/*
 * Owns the counts of the port in the indexer's aggregations: a walk over the addresses, then one question for everything, then
 * the hours by rule and the busiest minute, which are too many groups to come along. Says in `note` what is not exact.
 */
import * as z from 'zod/mini';
import type { CountQuery, HistoryCounts, Period } from '../alert-history.ts';
import { ADDRESSES, type Clause, has, hasNone, refused, runs, TIME, USER, variantOf, within } from './alerts-filter.ts';
import type { AskIndexer } from './ask-indexer.ts';
import { loadSources } from './load-sources.ts';
import { askedFor, loadTargets, type Targets } from './load-targets.ts';
import { buckets, count, searchCounts, searchGroups } from './search.ts';

/** So many agents and users are counted one by one; where there are more, how many is an estimate. */
const COUNTED_ONE_BY_ONE = 1000;
const DAY = 86_400_000;
/** A minute each: 43,200 of the 65,535 groups that an answer may have. */
const MINUTES_AT_ONCE = 30 * DAY;

export async function countAlerts(ask: AskIndexer, query: CountQuery): Promise<HistoryCounts> {
  const filter = askedFor(query);
  const targets = await loadTargets(ask, query);
  const running = runs(targets.listedAddresses);
  const clauses = { running, refused: refused(targets.listedAddresses) };
  // What adds up to one another comes from one answer: alerts go on coming between two.
  const { total, found } = await searchCounts(ask, { filter, aggs: everything(clauses, query.top), shape });
  const time = await loadTime(ask, { filter, running, step: query.step });
  const users = distinctOf(found.users.named, found.users.distinct.value);
  const agents = distinctOf(found.agents, found.agentCount.value);
  const runCount = found.runs.doc_count;
  return {
    alerts: total,
    listed: total - runCount - found.refused.doc_count,
    refused: found.refused.doc_count,
    withoutAddress: found.runs.withoutAddress.doc_count,
    withoutUser: found.runs.withoutUser.doc_count,
    byTime: time.buckets,
    agents: { top: found.agents.buckets.slice(0, query.top).map(agentOf), distinct: agents.distinct },
    sources: await loadSources(ask, query, targets),
    users: {
      top: found.users.named.buckets
        .slice(0, query.top)
        .map(({ key, doc_count }) => ({ user: key, alerts: doc_count })),
      distinct: users.distinct,
    },
    busiestMinute: runCount > 0 ? await loadBusiestMinute(ask, query.period, [...filter, running]) : null,
    note: noteOf({ targets, users, agents, timeComplete: time.complete }),
  };
}

const named = z.object({ key: z.string(), doc_count: z.number() });
const terms = <T extends z.ZodMiniType>(bucket: T) =>
  z.object({ sum_other_doc_count: z.number(), doc_count_error_upper_bound: z.number(), buckets: z.array(bucket) });
const agent = z.extend(named, { runs: count, names: buckets(named) });
const shape = z.object({
  runs: z.extend(count, { withoutAddress: count, withoutUser: count }),
  refused: count,
  agents: terms(agent),
  agentCount: z.object({ value: z.number() }),
  users: z.object({ named: terms(named), distinct: z.object({ value: z.number() }) }),
});

const agentOf = ({ key, doc_count, names, runs: running }: z.infer<typeof agent>) => ({
  id: key,
  name: names.buckets[0]?.key ?? '',
  alerts: doc_count,
  runs: running.doc_count,
});

function everything({ running, refused }: { running: Clause; refused: Clause }, top: number): Record<string, object> {
  const size = Math.max(top, COUNTED_ONE_BY_ONE);
  const distinct = (field: string) => ({ cardinality: { field, precision_threshold: 40_000 } });
  const newestName = {
    terms: { field: 'agent.name', size: 1, order: { newest: 'desc' } },
    aggs: { newest: { max: { field: TIME } } },
  };
  return {
    runs: {
      filter: running,
      aggs: { withoutAddress: { filter: hasNone(ADDRESSES) }, withoutUser: { filter: hasNone([USER]) } },
    },
    refused: { filter: refused },
    agents: {
      terms: { field: 'agent.id', size, shard_size: size * 2 },
      aggs: { runs: { filter: running }, names: newestName },
    },
    agentCount: distinct('agent.id'),
    users: {
      filter: has(USER),
      aggs: { named: { terms: { field: USER, size, shard_size: size * 2 } }, distinct: distinct(USER) },
    },
  };
}

type Terms = { sum_other_doc_count: number; doc_count_error_upper_bound: number; buckets: unknown[] };

function distinctOf({ sum_other_doc_count, doc_count_error_upper_bound, buckets: found }: Terms, estimate: number) {
  const exact = sum_other_doc_count === 0 && doc_count_error_upper_bound === 0;
  return { exact, distinct: sum_other_doc_count === 0 ? found.length : Math.max(estimate, found.length) };
}

const STEPS = { hour: '1h', day: '1d' };
const time = z.object({
  key: z.object({ at: z.number(), ruleId: z.string(), level: z.number() }),
  doc_count: z.number(),
  runs: count,
});

type TimeQuestion = { filter: readonly Clause[]; running: Clause; step: CountQuery['step'] };

async function loadTime(ask: AskIndexer, { filter, running, step }: TimeQuestion) {
  const { groups, complete } = await searchGroups(ask, {
    filter,
    by: [
      { at: { date_histogram: { field: TIME, fixed_interval: STEPS[step] } } },
      { ruleId: { terms: { field: 'rule.id' } } },
      { level: { terms: { field: 'rule.level' } } },
    ],
    aggs: { runs: { filter: running } },
    shape: time,
  });
  const found = groups.map(({ key, doc_count, runs: ran }) => ({
    at: key.at,
    variant: variantOf(key.ruleId, key.level),
    alerts: doc_count,
    runs: ran.doc_count,
  }));
  return { buckets: found.sort((a, b) => a.at - b.at || (a.variant < b.variant ? -1 : 1)), complete };
}

const busiest = z.object({ busiest: z.object({ value: z.nullable(z.number()), keys: z.array(z.string()) }) });

async function loadBusiestMinute(ask: AskIndexer, { from, to }: Period, filter: readonly Clause[]) {
  let best: HistoryCounts['busiestMinute'] = null;
  // A part begins where a day does, so that no minute is cut in two.
  for (let start = Math.floor(from / DAY) * DAY; start < to; start += MINUTES_AT_ONCE) {
    const { found } = await searchCounts(ask, {
      filter: [...filter, within({ from: start, to: start + MINUTES_AT_ONCE })],
      aggs: {
        minutes: { date_histogram: { field: TIME, fixed_interval: '1m', min_doc_count: 1, format: 'epoch_millis' } },
        busiest: { max_bucket: { buckets_path: 'minutes>_count' } },
      },
      shape: busiest,
      leaveOut: 'aggregations.minutes',
    });
    const { value, keys } = found.busiest;
    if (value !== null && value > (best?.runs ?? 0)) best = { at: Math.min(...keys.map(Number)), runs: value };
  }
  return best;
}

type Exactness = {
  targets: Targets;
  users: { exact: boolean };
  agents: { exact: boolean };
  timeComplete: boolean;
};

function noteOf({ targets, users, agents, timeComplete }: Exactness): string | null {
  const loose = [
    ...(targets.complete ? [] : ['addresses, and what the white list covers (the first 100,000 are looked at)']),
    ...(users.exact ? [] : ['the users']),
    ...(agents.exact ? [] : ['the agents']),
    ...(timeComplete ? [] : ['the latest hours of the plot (the first 100,000 bars are read)']),
  ];
  return loose.length === 0 ? null : `Estimated, because the indexer holds very many: ${loose.join('; ')}.`;
}
