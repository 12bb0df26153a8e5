/* Test only. Groups by several fields in pages, in the order of their keys. */
import { type Aggregate, readInterval, spend } from './compile-aggregations.ts';
import { compareValues, type Document, typeOf, type Value, valuesOf } from './documents.ts';
import { type Json, RefusedRequest, readCount, readList, readObject, readOnly } from './refused-request.ts';

type Source = { name: string; valuesIn(document: Document): (Value | null)[] };
type Key = (Value | null)[];

export function compileComposite(value: unknown, inner: Aggregate | null): Aggregate {
  const asked = readObject(value, 'composite', ['size', 'sources', 'after']);
  const size = readCount(asked.size, 'size', 10_000);
  const sources = readList(asked.sources, 'sources').map(compileSource);
  const names = sources.map(({ name }) => name);
  if (size === 0 || new Set(names).size !== names.length) throw new RefusedRequest('[composite] size or names');
  const after = asked.after === undefined ? null : readAfter(asked.after, names);
  return (documents, budget) => {
    const groups = new Map<string, { key: Key; found: Document[] }>();
    for (const document of documents)
      for (const key of combine(sources.map((source) => source.valuesIn(document)))) {
        const group = groups.get(JSON.stringify(key)) ?? { key, found: [] };
        group.found.push(document);
        groups.set(JSON.stringify(key), group);
      }
    const page = [...groups.values()]
      .filter(({ key }) => after === null || compareKeys(key, after) > 0)
      .sort((a, b) => compareKeys(a.key, b.key))
      .slice(0, size);
    spend(budget, page.length);
    const buckets = page.map(({ key, found }) => ({
      key: nameKey(names, key),
      doc_count: found.length,
      ...inner?.(found, budget),
    }));
    return { ...(page.length > 0 ? { after_key: buckets.at(-1)?.key } : {}), buckets };
  };
}

function compileSource(value: unknown): Source {
  const [name, source] = readOnly(value, 'source');
  const [kind, settings] = readOnly(source, name);
  if (kind === 'date_histogram') {
    const { field, fixed_interval: interval } = readObject(settings, kind, ['field', 'fixed_interval']);
    const length = readInterval(interval);
    if (typeOf(field) !== 'date') throw new RefusedRequest('[date_histogram] expected a date');
    return {
      name,
      valuesIn: (one) => valuesOf(one, String(field)).map((at) => Math.floor(Number(at) / length) * length),
    };
  }
  if (kind !== 'terms') throw new RefusedRequest(`[composite] unknown source [${kind}]`);
  const { field, missing_bucket: missing } = readObject(settings, kind, ['field', 'missing_bucket']);
  typeOf(field);
  return {
    name,
    valuesIn: (one) => {
      const values = valuesOf(one, String(field));
      return values.length === 0 && missing === true ? [null] : values;
    },
  };
}

function readAfter(value: unknown, names: readonly string[]): Key {
  const read = readObject(value, 'after', names);
  return names.map((name) => {
    if (read[name] === undefined) throw new RefusedRequest(`[after] without [${name}]`);
    return read[name] as Value | null;
  });
}

const combine = (parts: readonly Key[]): Key[] =>
  parts.reduce<Key[]>((keys, values) => keys.flatMap((key) => values.map((value) => [...key, value])), [[]]);

const compareKeys = (a: Key, b: Key): number =>
  a.reduce<number>((order, value, at) => order || compareValues(value, b[at] ?? null), 0);

const nameKey = (names: readonly string[], key: Key): Json =>
  Object.fromEntries(names.map((name, at) => [name, key[at] ?? null]));
