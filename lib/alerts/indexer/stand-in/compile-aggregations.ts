/*
 * Test only. The aggregations that the adapter may use, checked whole before anything is counted, answered in the indexer's
 * shape. More buckets than search.max_buckets are refused, as the indexer does.
 */
import { compileComposite } from './compile-composite.ts';
import { compileQuery } from './compile-query.ts';
import { type Document, pickSource, typeOf, valuesOf } from './documents.ts';
import { type Json, RefusedRequest, readCount, readObject } from './refused-request.ts';

export type Budget = { buckets: number };
export type Aggregate = (documents: readonly Document[], budget: Budget) => Json;
export const MAX_BUCKETS = 65_535;

export function spend(budget: Budget, buckets: number): void {
  budget.buckets += buckets;
  if (budget.buckets > MAX_BUCKETS)
    throw new RefusedRequest('Trying to create too many buckets.', { type: 'too_many_buckets_exception', status: 503 });
}

/** All aggregations of one level; pipelines see their siblings. */
export function compileAggregations(value: unknown): Aggregate {
  const named = readObject(value, 'aggs', Object.keys((value as Json) ?? {}));
  const compiled = Object.entries(named).map(([name, aggregation]) => ({ name, ...compileOne(aggregation) }));
  for (const { path } of compiled)
    if (path && !compiled.some(({ name }) => `${name}>_count` === path))
      throw new RefusedRequest(`No aggregation found for path [${path}]`);
  return (documents, budget) => {
    const answers: Json = {};
    for (const { name, aggregate } of compiled) if (aggregate) answers[name] = aggregate(documents, budget);
    for (const { name, path } of compiled) if (path) answers[name] = maxBucket(answers[path.split('>')[0] ?? '']);
    return answers;
  };
}

type Compiled = { aggregate?: Aggregate; path?: string };

function compileOne(value: unknown): Compiled {
  const { aggs, ...rest } = readObject(value, 'aggregation', [...Object.keys(KINDS), 'max_bucket', 'aggs']);
  const [kind = '', ...more] = Object.keys(rest);
  if (more.length > 0 || kind === '') throw new RefusedRequest('[aggregation] expected one kind');
  if (kind === 'max_bucket') {
    const { buckets_path: path } = readObject(rest.max_bucket, 'max_bucket', ['buckets_path']);
    return { path: String(path) };
  }
  const inner = aggs === undefined ? null : compileAggregations(aggs);
  const compile = KINDS[kind];
  if (!compile) throw new RefusedRequest(`Unknown aggregation type [${kind}]`);
  return { aggregate: compile(rest[kind], inner) };
}

type Compile = (value: unknown, inner: Aggregate | null) => Aggregate;

const KINDS: Record<string, Compile> = {
  composite: compileComposite,
  filter: (value, inner) => {
    const matches = compileQuery(value);
    return (documents, budget) => {
      spend(budget, 1);
      const found = documents.filter(matches);
      return { doc_count: found.length, ...inner?.(found, budget) };
    };
  },
  terms: compileTerms,
  date_histogram: compileDateHistogram,
  cardinality: (value) => {
    const { field, precision_threshold: precision } = readObject(value, 'cardinality', [
      'field',
      'precision_threshold',
    ]);
    readCount(precision, 'precision_threshold', 40_000);
    typeOf(field);
    return (documents) => ({ value: new Set(documents.flatMap((one) => valuesOf(one, String(field)))).size });
  },
  min: (value) => compileMetric(value, Math.min),
  max: (value) => compileMetric(value, Math.max),
  top_hits: (value) => {
    const { size, _source } = readObject(value, 'top_hits', ['size', 'sort', '_source']);
    if (readCount(size, 'size', 100) !== 1 || JSON.stringify((value as Json).sort) !== NEWEST)
      throw new RefusedRequest('[top_hits] only the newest one');
    pickSource({}, _source);
    return (documents) => {
      const hits = newestOf(documents).map((one) => ({ _index: one.index, _source: pickSource(one.source, _source) }));
      return { hits: { total: { value: documents.length, relation: 'eq' }, max_score: null, hits } };
    };
  },
};

const NEWEST = JSON.stringify([{ timestamp: { order: 'desc' } }]);
const timeOf = (document: Document): number => Number(valuesOf(document, 'timestamp')[0] ?? 0);
const newestOf = (documents: readonly Document[]): Document[] =>
  documents.toSorted((a, b) => timeOf(b) - timeOf(a)).slice(0, 1);

function compileMetric(value: unknown, metric: (...values: number[]) => number): Aggregate {
  const { field } = readObject(value, 'metric', ['field']);
  if (typeOf(field) === 'keyword') throw new RefusedRequest('[metric] of a keyword');
  return (documents) => {
    const values = documents.flatMap((document) => valuesOf(document, String(field)).map(Number));
    return { value: values.length > 0 ? metric(...values) : null };
  };
}

function compileTerms(value: unknown, inner: Aggregate | null): Aggregate {
  const asked = readObject(value, 'terms', ['field', 'size', 'shard_size', 'order']);
  const size = readCount(asked.size, 'size', 10_000);
  if (asked.shard_size !== undefined) readCount(asked.shard_size, 'shard_size', 50_000);
  typeOf(asked.field);
  const field = String(asked.field);
  const [order] = asked.order === undefined ? [null] : Object.keys(readObject(asked.order, 'order', ['newest']));
  return (documents, budget) => {
    const groups = new Map<string | number, Document[]>();
    for (const document of documents)
      for (const key of valuesOf(document, field)) groups.set(key, [...(groups.get(key) ?? []), document]);
    const all = [...groups].map(
      ([key, found]) => ({ key, doc_count: found.length, ...inner?.(found, budget) }) as Json,
    );
    const weight = (bucket: Json) => Number(order ? (bucket[order] as Json).value : bucket.doc_count);
    const sorted = all.sort((a, b) => weight(b) - weight(a) || (String(a.key) < String(b.key) ? -1 : 1));
    spend(budget, Math.min(size, sorted.length));
    const rest = sorted.slice(size).reduce((sum, { doc_count }) => sum + Number(doc_count), 0);
    return { doc_count_error_upper_bound: 0, sum_other_doc_count: rest, buckets: sorted.slice(0, size) };
  };
}

export function readInterval(value: unknown): number {
  const [, amount, unit] = /^([1-9]\d{0,9})([smhd])$/.exec(String(value)) ?? [];
  const length = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? ''];
  if (length === undefined) throw new RefusedRequest('[date_histogram] unknown fixed_interval');
  return Number(amount) * length;
}

function compileDateHistogram(value: unknown, inner: Aggregate | null): Aggregate {
  const asked = readObject(value, 'date_histogram', ['field', 'fixed_interval', 'min_doc_count', 'format']);
  const length = readInterval(asked.fixed_interval);
  if (
    typeOf(asked.field) !== 'date' ||
    asked.min_doc_count !== 1 ||
    ![undefined, 'epoch_millis'].includes(asked.format as string)
  )
    throw new RefusedRequest('[date_histogram] expected a date, without empty buckets');
  return (documents, budget) => {
    const groups = Map.groupBy(documents, (document) => Math.floor(timeOf(document) / length) * length);
    spend(budget, groups.size);
    const found = [...groups].sort(([a], [b]) => a - b);
    return {
      buckets: found.map(([key, some]) => ({
        key_as_string: asked.format ? String(key) : new Date(key).toISOString(),
        key,
        doc_count: some.length,
        ...inner?.(some, budget),
      })),
    };
  };
}

function maxBucket(sibling: unknown): Json {
  const found = (sibling as { buckets: { key_as_string: string; doc_count: number }[] }).buckets;
  if (found.length === 0) return { value: null, keys: [] };
  const value = found.reduce((most, { doc_count }) => Math.max(most, doc_count), 0);
  return { value, keys: found.filter(({ doc_count }) => doc_count === value).map((bucket) => bucket.key_as_string) };
}
