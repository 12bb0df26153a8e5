import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../sandbox/seeded-random.ts';
import { makeAlert } from '../fixtures/make-alert.ts';
import { createMemoryHistory } from '../fixtures/memory-history.ts';
import { nameVariants } from '../fixtures/named-history.ts';
import { createAskIndexer } from './ask-indexer.ts';
import { countAlerts } from './count-alerts.ts';
import { createIndexerHistory } from './indexer-history.ts';
import { loadPeak } from './load-peak.ts';
import { loadSources } from './load-sources.ts';
import { loadTargets } from './load-targets.ts';
import { loadVariants } from './load-variants.ts';
import { type IndexerStandIn, startIndexerStandIn } from './stand-in/indexer-stand-in.ts';
import { settingsFor } from './stand-in/settings-for.ts';

const START = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const period = { from: START, to: START + 70 * DAY };
const random = createRandom(7);
const maybe = <T>(value: T): T | undefined => (random.below(4) === 0 ? undefined : value);

/** More alerts than a page of documents, and more days than minutes are counted at once. */
const lines = Array.from({ length: 1400 }, (_, number) =>
  makeAlert({
    at: START + number * Math.floor((69 * DAY) / 1400) + random.below(1000),
    ruleId: number % 3 === 0 ? 5716 : 1000 + random.below(8),
    level: 3 + random.below(3),
    agent: { id: String(1 + random.below(40)).padStart(3, '0'), name: `host-${random.below(3)}` },
    data: {
      srcip: maybe(`10.0.${random.below(4)}.${random.below(250)}`),
      dstuser: maybe(random.pick(['root', 'eve', 'no good', ''])),
      ...(random.below(5) === 0 ? { win: { eventdata: { ipAddress: `10.9.0.${random.below(20)}` } } } : {}),
    },
  }),
);

let standIn: IndexerStandIn;
const reference = nameVariants(createMemoryHistory(() => lines.join('\n')));
const named = () => nameVariants(createIndexerHistory(settingsFor(standIn.url)));
beforeAll(async () => {
  standIn = await startIndexerStandIn(lines);
});
afterAll(() => standIn.close());

const any = () => true;
const whiteList = ['10.0.0.0/24', '10.9.0.1'];
const asked = { period, variants: [], whiteList };

test('rules that fill several pages are all there', async () => {
  const rules = Array.from({ length: 1300 }, (_, number) => makeAlert({ at: START + number, ruleId: 1000 + number }));
  const many = await startIndexerStandIn(rules);
  try {
    const variants = await createIndexerHistory(settingsFor(many.url)).loadVariants(period);
    expect(variants.ok && variants.value.map(({ ruleId }) => ruleId)).toEqual(rules.map((_, number) => 1000 + number));
  } finally {
    await many.close();
  }
});

test('counts over months equal those of brute force', async () => {
  const query = { ...asked, step: 'day' as const, own: ['10.9.0.3'], top: 20 };
  expect(await named().count(any, query)).toEqual(await reference.count(any, query));
});

test('alerts that fill several pages come once each, the newest first', async () => {
  const { alerts, more } = await named().loadAlerts(any, { ...asked, limit: 1200 });
  expect({ alerts, more }).toEqual(await reference.loadAlerts(any, { ...asked, limit: 1200 }));
  expect(more).toBe(true);
});

test.each([
  ['address', 0],
  ['user', 0],
  ['address', 3600],
  ['user', 90],
] as const)('the most blocks at once by %s for %d s is never told too low', async (key, timeoutSeconds) => {
  const query = { ...asked, key, timeoutSeconds };
  const exact = await reference.loadPeak(any, query);
  const variants = (await createIndexerHistory(settingsFor(standIn.url)).loadVariants(period)) as {
    value: { key: string }[];
  };
  const bound = await loadPeak(
    createAskIndexer(settingsFor(standIn.url)),
    { ...query, variants: variants.value.map((variant) => variant.key) },
    100,
  );
  if (timeoutSeconds === 0) expect(bound).toEqual(exact);
  else expect(bound).toMatchObject({ exact: false });
  expect(bound?.blocks).toBeGreaterThanOrEqual(exact?.blocks ?? 0);
});

test('where addresses are too many, the most frequent and our own are still named', async () => {
  const query = { ...asked, variants: ['5716|3', '5716|4'], step: 'day' as const, own: ['10.9.0.3'], top: 5 };
  const ask = createAskIndexer(settingsFor(standIn.url));
  const exact = await countAlerts(ask, query);
  const targets = await loadTargets(ask, query);
  const named = await loadSources(ask, query, { ...targets, sources: [], complete: false });
  const ofWindows = Map.groupBy(
    targets.sources.filter(({ address, srcip }) => address !== srcip),
    ({ address }) => address,
  );
  const most = Math.max(...[...ofWindows.values()].map((some) => some.reduce((sum, { alerts }) => sum + alerts, 0)));
  expect(named.top).toHaveLength(5);
  expect(named.top[0]).toMatchObject({ srcip: null, alerts: most });
  expect(named.own).toEqual(exact.sources.own);
  expect(named.own.length).toBeGreaterThan(0);
});

test('no question holds a time that is not absolute', async () => {
  await named().count(any, { ...asked, step: 'hour', own: [], top: 1 });
  expect(JSON.stringify(standIn.searches)).not.toMatch(/"now/);
  expect(standIn.searches.length).toBeGreaterThan(3);
});

test('alerts that come while it counts make no number that cannot be', async () => {
  const coming = Array.from({ length: 7 }, (_, number) =>
    makeAlert({ at: START + number, ruleId: 5716, level: 3, data: { srcip: '10.0.2.1' } }),
  );
  const later = await startIndexerStandIn([...lines, ...coming]);
  try {
    const first = createAskIndexer(settingsFor(standIn.url));
    const rest = createAskIndexer(settingsFor(later.url));
    const walksAddresses = (body: object) => JSON.stringify(body).includes('"missing_bucket"');
    const query = { ...asked, variants: ['5716|3'], step: 'day' as const, own: [], top: 5 };
    const before = await countAlerts(first, query);
    const found = await countAlerts(
      (parameters, body) => (walksAddresses(body) ? first : rest)(parameters, body),
      query,
    );
    expect(found).toMatchObject({ alerts: before.alerts + 7, listed: before.listed, refused: before.refused });
    expect(before.refused).toBeGreaterThan(0);
  } finally {
    await later.close();
  }
});

test('rules that are too many to be told are no answer', async () => {
  const ask = createAskIndexer(settingsFor(standIn.url));
  const endless: typeof ask = async (parameters, body) => {
    const answer = (await ask(parameters, body)) as { aggregations: { groups: { buckets: object[] } } };
    const [bucket] = answer.aggregations.groups.buckets;
    return {
      ...answer,
      aggregations: {
        groups: { after_key: { ruleId: '1', level: 3 }, buckets: Array.from({ length: 1000 }, () => bucket) },
      },
    };
  };
  await expect(loadVariants(endless, period)).rejects.toMatchObject({ failure: { code: 'indexer-too-large' } });
});

test('what is no longer counted one by one is told', async () => {
  const ask = createAskIndexer(settingsFor(standIn.url));
  const crowded: typeof ask = async (parameters, body) => {
    const answer = (await ask(parameters, body)) as { aggregations?: { users?: { named: object } } };
    const users = answer.aggregations?.users;
    if (users) users.named = { ...users.named, sum_other_doc_count: 40 };
    return answer;
  };
  const { note } = await countAlerts(crowded, { ...asked, variants: ['5716|3'], step: 'day', own: [], top: 1 });
  expect(note).toBe('Estimated, because the indexer holds very many: the users.');
});

test('counts that shards do not agree on are told', async () => {
  const ask = createAskIndexer(settingsFor(standIn.url));
  const uneven: typeof ask = async (parameters, body) => {
    const answer = (await ask(parameters, body)) as { aggregations?: { agents?: object } };
    const agents = answer.aggregations?.agents;
    return agents
      ? { ...answer, aggregations: { ...answer.aggregations, agents: { ...agents, doc_count_error_upper_bound: 3 } } }
      : answer;
  };
  const { note } = await countAlerts(uneven, { ...asked, variants: ['5716|3'], step: 'day', own: [], top: 1 });
  expect(note).toBe('Estimated, because the indexer holds very many: the agents.');
});

test.each([
  ['"missing_bucket"', /: addresses, and what the white list covers \(the first 100,000 are looked at\)\.$/],
  ['"date_histogram":{"field":"timestamp","fixed_interval":"1d"}', /: the latest hours of the plot .*\.$/],
])('a walk ends after 100,000 groups, and says so: %s', async (mark, expected) => {
  const ask = createAskIndexer(settingsFor(standIn.url));
  let pages = 0;
  // Each page is full of the first groups: the stand-in has none behind them.
  const endless: typeof ask = async (parameters, body) => {
    if (!JSON.stringify(body).includes(mark)) return ask(parameters, body);
    pages += 1;
    const asked = body as { aggs: { groups: { composite: object } } };
    const composite = { ...asked.aggs.groups.composite, after: undefined };
    const first = { ...asked, aggs: { groups: { ...asked.aggs.groups, composite } } };
    const answer = (await ask(parameters, first)) as { aggregations: { groups: { buckets: { key: object }[] } } };
    const { buckets } = answer.aggregations.groups;
    const full = Array.from({ length: 10_000 }, (_, at) => buckets[at % buckets.length]);
    return { ...answer, aggregations: { groups: { after_key: buckets[0]?.key, buckets: full } } };
  };
  const { note } = await countAlerts(endless, { ...asked, variants: ['5716|3'], step: 'day', own: [], top: 1 });
  expect(note).toMatch(expected);
  expect(pages).toBe(10);
});

test('a list ends somewhere, whatever is asked for', async () => {
  const ask = createAskIndexer(settingsFor(standIn.url));
  let asks = 0;
  const endless: typeof ask = async (parameters, body) => {
    const answer = (await ask(parameters, { ...body, search_after: undefined })) as { hits: object };
    asks += 1;
    return { ...answer, hits: { ...answer.hits, total: { value: 1e9, relation: 'eq' } } };
  };
  const rules = [5716, ...Array.from({ length: 8 }, (_, number) => 1000 + number)];
  const variants = rules.flatMap((rule) => [3, 4, 5].map((level) => `${rule}|${level}`));
  const alerts = await createIndexerHistory(settingsFor(standIn.url), endless).loadAlerts({
    ...asked,
    variants,
    limit: 1e6,
  });
  expect(alerts.ok && alerts.value.alerts.length).toBe(10_000);
  expect(asks).toBe(10);
});

test('blocks that began in the step before are in force, too', async () => {
  const HOUR = 3_600_000;
  const crowd = Array.from({ length: 120 }, (_, number) =>
    makeAlert({
      at: START + HOUR + (number < 60 ? -1000 - number : 1000 + number),
      ruleId: 5716,
      level: 3,
      data: { srcip: `10.0.9.${number}` },
    }),
  );
  const crowded = await startIndexerStandIn(crowd);
  try {
    const query = { ...asked, variants: ['5716|3'], key: 'address' as const, timeoutSeconds: 3600 };
    const bound = await loadPeak(createAskIndexer(settingsFor(crowded.url)), query, 10);
    expect(bound).toMatchObject({ blocks: 120, exact: false });
  } finally {
    await crowded.close();
  }
});
