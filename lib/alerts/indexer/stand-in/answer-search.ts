/* Test only. One search: the body checked, evaluated over the documents of the index, answered in the indexer's shape. */
import { compileAggregations } from './compile-aggregations.ts';
import { compileQuery } from './compile-query.ts';
import { compareValues, type Document, pickSource, type Value, valuesOf } from './documents.ts';
import { type Json, RefusedRequest, readCount, readList, readObject } from './refused-request.ts';

const KEYS = ['size', 'track_total_hits', 'timeout', 'query', 'aggs', 'sort', 'search_after', '_source'];
const PARAMETERS = ['allow_partial_search_results', 'ignore_unavailable', 'request_cache', 'filter_path'];
const SORT = JSON.stringify([
  { timestamp: { order: 'desc', unmapped_type: 'date' } },
  { id: { order: 'desc', unmapped_type: 'keyword' } },
]);

export type Indices = ReadonlyMap<string, readonly Json[]>;

export function answerSearch(indices: Indices, url: URL, body: unknown): Json {
  const asked = readObject(body, 'search', KEYS);
  const parameters = Object.fromEntries(url.searchParams);
  readObject(parameters, 'parameters', PARAMETERS);
  const size = readCount(asked.size, 'size', 10_000);
  checkWhole(asked, parameters, size);
  const matches = asked.query === undefined ? () => true : compileQuery(asked.query);
  const aggregate = asked.aggs === undefined ? null : compileAggregations(asked.aggs);
  const names = matchingIndices([...indices.keys()], {
    pattern: decodeURIComponent(url.pathname.split('/')[1] ?? ''),
    ignoresUnavailable: parameters.ignore_unavailable === 'true',
  });
  const documents = names.flatMap((index) => (indices.get(index) ?? []).map((source) => ({ index, source })));
  const found = documents.filter(matches);
  const shards = names.length * 3;
  const answer: Json = {
    took: 3,
    timed_out: false,
    _shards: { total: shards, successful: shards, skipped: 0, failed: 0 },
    hits: {
      total: { value: found.length, relation: 'eq' },
      max_score: null,
      hits: size === 0 ? [] : hitsOf(found, asked, size),
    },
    ...(aggregate && shards > 0 ? { aggregations: aggregate(found, { buckets: 0 }) } : {}),
  };
  return leaveOut(answer, parameters.filter_path);
}

/** What the adapter owes the indexer: whole answers, bounded in time, and no walk over everything there ever was. */
function checkWhole(asked: Json, parameters: Record<string, string>, size: number): void {
  const expect = (holds: boolean, reason: string) => {
    if (!holds) throw new RefusedRequest(reason);
  };
  expect(asked.track_total_hits === true, 'totals are not whole');
  expect(/^\d+s$/.test(String(asked.timeout)), 'no timeout');
  expect(parameters.allow_partial_search_results === 'false', 'partial results are allowed');
  expect(size === 0 || parameters.request_cache === undefined, '[request_cache] of a search with hits');
  const bounded = /"range":\{"timestamp"|"term":\{"id"/.test(JSON.stringify(asked.query ?? {}));
  const kinds = Object.values((asked.aggs as Json | undefined) ?? {}).flatMap((one) => Object.keys(one as Json));
  const cheap = size === 0 && kinds.every((kind) => kind === 'min' || kind === 'max');
  expect(bounded || cheap, 'a search without a period');
  if (size === 0) expect(asked.sort === undefined && asked._source === undefined, 'hits are not asked for');
  else expect(JSON.stringify(asked.sort) === SORT, 'no order that pages could follow');
}

const sortOf = (document: Document): Value[] => [
  Number(valuesOf(document, 'timestamp')[0]),
  String(valuesOf(document, 'id')[0]),
];

function hitsOf(found: readonly Document[], { search_after: after, _source }: Json, size: number): Json[] {
  const last = after === undefined ? null : (readList(after, 'search_after') as Value[]);
  if (last && last.length !== 2) throw new RefusedRequest('[search_after] does not fit the sort');
  const descending = (a: readonly Value[], b: readonly Value[]) =>
    compareValues(b[0] ?? null, a[0] ?? null) || compareValues(b[1] ?? null, a[1] ?? null);
  return found
    .map((document) => ({ document, sort: sortOf(document) }))
    .sort((a, b) => descending(a.sort, b.sort))
    .filter(({ sort }) => last === null || descending(last, sort) < 0)
    .slice(0, size)
    .map(({ document: { index, source }, sort }) => ({
      _index: index,
      _id: `${sort.join('-')}`,
      _score: null,
      _source: pickSource(source, _source),
      sort,
    }));
}

type Pattern = { pattern: string; ignoresUnavailable: boolean };

function matchingIndices(names: readonly string[], { pattern, ignoresUnavailable }: Pattern): string[] {
  const found = names.filter((name) =>
    pattern.split(',').some((one) => new RegExp(`^${one.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name)),
  );
  if (found.length === 0 && !pattern.includes('*') && !ignoresUnavailable)
    throw new RefusedRequest(`no such index [${pattern}]`, { type: 'index_not_found_exception', status: 404 });
  return found;
}

function leaveOut(answer: Json, path: string | undefined): Json {
  if (path === undefined) return answer;
  const [, outer = '', inner = ''] = /^-(\w+)\.(\w+)$/.exec(path) ?? [];
  if (outer === '') throw new RefusedRequest(`[filter_path] ${path}`);
  const { [inner]: _, ...rest } = (answer[outer] ?? {}) as Json;
  return { ...answer, [outer]: rest };
}
