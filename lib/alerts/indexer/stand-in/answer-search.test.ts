import { expect, test } from 'vitest';
import { makeAlert } from '../../fixtures/make-alert.ts';
import { answerSearch } from './answer-search.ts';
import { type Json, RefusedRequest } from './refused-request.ts';

const START = Date.UTC(2026, 6, 20);

const first = JSON.parse(makeAlert({ at: START })) as Json;
const indices = new Map([['wazuh-alerts-4.x-2026.07.20', [first]]]);
const url = new URL('http://stand-in/wazuh-alerts-4.x-*/_search?allow_partial_search_results=false');
const range = { range: { timestamp: { gte: START, lt: START + 1000, format: 'epoch_millis' } } };
const body = (other: Json = {}): Json => ({
  size: 0,
  track_total_hits: true,
  timeout: '25s',
  query: { bool: { filter: [range] } },
  ...other,
});

const refusal = (asked: Json, at = url): string | null => {
  try {
    answerSearch(indices, at, asked);
    return null;
  } catch (error) {
    if (error instanceof RefusedRequest) return error.message;
    throw error;
  }
};

test('it answers what is right', () => {
  expect(answerSearch(indices, url, body())).toMatchObject({ hits: { total: { value: 1, relation: 'eq' } } });
});

test.each<[string, Json]>([
  ['a relative time', { query: { range: { timestamp: { gte: 'now-7d', lt: 'now', format: 'epoch_millis' } } } }],
  [
    'no period',
    {
      query: { bool: { filter: [{ term: { 'rule.id': '5716' } }] } },
      aggs: { a: { terms: { field: 'agent.id', size: 1 } } },
    },
  ],
  ['a field that is not there', { query: { bool: { filter: [range, { term: { 'agent.nome': 'a' } }] } } }],
  ['a number for a keyword', { query: { bool: { filter: [range, { term: { 'rule.id': 5716 } }] } } }],
  ['a word for a number', { query: { bool: { filter: [range, { terms: { 'rule.level': ['5'] } }] } } }],
  ['an unknown query', { query: { bool: { filter: [range, { wildcard: { 'data.srcip': '10.*' } }] } } }],
  ['a should that filters nothing', { query: { bool: { filter: [range], should: [range] } } }],
  ['an unknown aggregation', { aggs: { a: { histogramme: { field: 'timestamp' } } } }],
  ['too many documents', { size: 10_001 }],
  ['documents in no order', { size: 10, _source: true }],
  ['too many groups', { aggs: { a: { terms: { field: 'agent.id', size: 65_536 } } } }],
  ['a pipeline without its sibling', { aggs: { a: { max_bucket: { buckets_path: 'minutes>_count' } } } }],
  ['totals that are cut off', { track_total_hits: false }],
  ['a field of its own', { profile: true }],
])('it refuses %s', (_, other) => {
  expect(refusal(body(other))).not.toBeNull();
});

test('it refuses partial results', () => {
  expect(refusal(body(), new URL('http://stand-in/wazuh-alerts-4.x-*/_search'))).toBe('partial results are allowed');
});

test('it knows no index that is not there, and finds nothing for a pattern', () => {
  const at = (index: string) => new URL(`http://stand-in/${index}/_search?allow_partial_search_results=false`);
  expect(refusal(body(), at('other'))).toMatch(/no such index/);
  expect(answerSearch(indices, at('other-*'), body())).toMatchObject({ _shards: { total: 0 } });
});

test('it makes no more groups than it may', () => {
  const many = Array.from({ length: 70_000 }, (_, number) => ({
    ...first,
    timestamp: new Date(START + number * 60_000).toISOString(),
  }));
  const wide = { range: { timestamp: { gte: START, lt: START + 70_000 * 60_000, format: 'epoch_millis' } } };
  const asked = body({
    query: wide,
    aggs: { a: { date_histogram: { field: 'timestamp', fixed_interval: '1m', min_doc_count: 1 } } },
  });
  expect(() => answerSearch(new Map([['wazuh-alerts-4.x-2026.07.20', many]]), url, asked)).toThrow(/too many buckets/);
});
