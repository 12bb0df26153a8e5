/*
 * Owns the forms of a question: counts, groups in pages, documents in pages, each bounded. An answer that is partial, or not in
 * the shape that was asked for, is an error: numbers are never a part of the truth without saying so.
 */
import * as z from 'zod/mini';
import { type Clause, TIME } from './alerts-filter.ts';
import type { AskIndexer } from './ask-indexer.ts';
import { IndexerError } from './indexer-failure.ts';

const PAGE = 10_000;
/** Groups are walked so far and no farther. */
const MAX_PAGES = 10;
const DOCUMENT_PAGE = 1000;

export const count = z.object({ doc_count: z.number() });
export const buckets = <T extends z.ZodMiniType>(bucket: T) => z.object({ buckets: z.array(bucket) });

const envelope = z.object({
  timed_out: z.boolean(),
  _shards: z.object({ total: z.number(), failed: z.number() }),
  hits: z.object({
    total: z.object({ value: z.number(), relation: z.literal('eq') }),
  }),
});
const COUNTING = { allow_partial_search_results: 'false', ignore_unavailable: 'true', request_cache: 'true' };
const FETCHING = { allow_partial_search_results: 'false', ignore_unavailable: 'true' };
/** An index that has no alert yet may know neither field. */
const ORDER = [
  { [TIME]: { order: 'desc', unmapped_type: 'date' } },
  { id: { order: 'desc', unmapped_type: 'keyword' } },
];
const SERVER_LIMIT = { track_total_hits: true, timeout: '25s' };

export type Question<T extends z.ZodMiniType> = {
  filter: readonly Clause[];
  aggs: Record<string, object>;
  shape: T;
  /** Parts of the answer that are not worth sending. */
  leaveOut?: string;
};

/** Counts only: how many documents, and the aggregations in their shape. */
export async function searchCounts<T extends z.ZodMiniType>(
  ask: AskIndexer,
  { filter, aggs, shape, leaveOut }: Question<T>,
): Promise<{ total: number; found: z.infer<T> }> {
  const parameters = leaveOut ? { ...COUNTING, filter_path: `-${leaveOut}` } : COUNTING;
  const body = { ...SERVER_LIMIT, size: 0, ...queryOf(filter), ...(Object.keys(aggs).length > 0 ? { aggs } : {}) };
  const answer = await ask(parameters, body);
  const total = checkWhole(answer);
  const read = z.object({ aggregations: z.optional(shape) }).safeParse(answer);
  if (!read.success) throw new IndexerError('not-understood');
  const found = shape.safeParse(read.data.aggregations ?? {});
  if (!found.success) throw new IndexerError('not-understood');
  return { total, found: found.data };
}

export type Groups<T extends z.ZodMiniType> = {
  filter: readonly Clause[];
  /** One group for each combination of these. */
  by: readonly Record<string, object>[];
  aggs?: Record<string, object>;
  /** Of one group; `key` and `doc_count` included. */
  shape: T;
  pageSize?: number;
};

/** Every group, or the first hundred thousand by key: then `complete` is false. */
export async function searchGroups<T extends z.ZodMiniType>(
  ask: AskIndexer,
  { filter, by, aggs, shape, pageSize = PAGE }: Groups<T>,
): Promise<{ groups: z.infer<T>[]; complete: boolean }> {
  const groups: z.infer<T>[] = [];
  const pageShape = z.object({
    groups: z.object({
      after_key: z.optional(z.record(z.string(), z.unknown())),
      buckets: z.array(shape),
    }),
  });
  let after: Record<string, unknown> | undefined;
  for (let page = 0; ; page += 1) {
    const composite = { size: pageSize, sources: by, ...(after ? { after } : {}) };
    const { found } = await searchCounts(ask, {
      filter,
      aggs: { groups: { composite, ...(aggs ? { aggs } : {}) } },
      shape: pageShape,
    });
    const answer = found as z.infer<typeof pageShape>;
    groups.push(...(answer.groups.buckets as z.infer<T>[]));
    after = answer.groups.after_key;
    const last = after === undefined || answer.groups.buckets.length < pageSize;
    if (last || page === MAX_PAGES - 1) return { groups, complete: last };
  }
}

const hitsSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _source: z.unknown(), sort: z.array(z.unknown()) })) }),
});

/** Documents, the newest first, at most `limit`. `source` names what of them is wanted. */
export async function searchDocuments(
  ask: AskIndexer,
  { filter, limit, source }: { filter: readonly Clause[]; limit: number; source: readonly string[] | true },
): Promise<{ total: number; documents: unknown[] }> {
  const documents: unknown[] = [];
  let after: unknown[] | undefined;
  for (;;) {
    const size = Math.min(limit - documents.length, DOCUMENT_PAGE);
    const answer = await ask(FETCHING, {
      ...SERVER_LIMIT,
      size,
      ...queryOf(filter),
      sort: ORDER,
      _source: source,
      ...(after ? { search_after: after } : {}),
    });
    const total = checkWhole(answer);
    const read = hitsSchema.safeParse(answer);
    if (!read.success) throw new IndexerError('not-understood');
    const page = read.data.hits.hits;
    documents.push(...page.map((hit) => hit._source));
    after = page.at(-1)?.sort;
    if (page.length < size || documents.length >= limit) return { total, documents };
  }
}

const queryOf = (filter: readonly Clause[]): object => (filter.length > 0 ? { query: { bool: { filter } } } : {});

/** How many there are; throws when anything is missing. A pattern that no index has is answered with no shards. */
function checkWhole(answer: unknown): number {
  const read = envelope.safeParse(answer);
  if (!read.success) throw new IndexerError('not-understood');
  if (read.data.timed_out) throw new IndexerError('time-out');
  if (read.data._shards.failed > 0) throw new IndexerError('partial');
  if (read.data._shards.total === 0) throw new IndexerError('no-index');
  return read.data.hits.total.value;
}
