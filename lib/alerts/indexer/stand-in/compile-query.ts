/* Test only. The part of the query language that the adapter may use, checked whole before anything is evaluated. */
import { type Document, readValue, typeOf, valuesOf } from './documents.ts';
import { RefusedRequest, readList, readObject, readOnly } from './refused-request.ts';

export type Matches = (document: Document) => boolean;

const MAX_TERMS = 65_536;
const MAX_CLAUSES = 1024;

export function compileQuery(query: unknown): Matches {
  const [kind, value] = readOnly(query, 'query');
  const compile = KINDS[kind];
  if (!compile) throw new RefusedRequest(`unknown query [${kind}]`);
  return compile(value);
}

const KINDS: Record<string, (value: unknown) => Matches> = {
  bool: compileBool,
  match_none: (value) => {
    readObject(value, 'match_none', []);
    return () => false;
  },
  term: (value) => {
    const [field, wanted] = readOnly(value, 'term');
    const read = readValue(wanted, field);
    return (document) => valuesOf(document, field).includes(read);
  },
  terms: (value) => {
    const [field, wanted] = readOnly(value, 'terms');
    const list = readList(wanted, 'terms').map((item) => readValue(item, field));
    if (list.length > MAX_TERMS) throw new RefusedRequest('The number of terms is over index.max_terms_count');
    const read = new Set(list);
    return (document) => valuesOf(document, field).some((found) => read.has(found));
  },
  exists: (value) => {
    const { field } = readObject(value, 'exists', ['field']);
    typeOf(field);
    return (document) => valuesOf(document, String(field)).length > 0;
  },
  regexp: (value) => {
    const [field, asked] = readOnly(value, 'regexp');
    const { value: pattern } = readObject(asked, 'regexp', ['value']);
    if (typeOf(field) !== 'keyword' || typeof pattern !== 'string' || pattern.length > 1000)
      throw new RefusedRequest('[regexp] expected a pattern for a keyword');
    const anchored = new RegExp(`^(?:${pattern})$`, 's');
    return (document) => valuesOf(document, field).some((found) => anchored.test(String(found)));
  },
  range: (value) => {
    const [field, asked] = readOnly(value, 'range');
    const { gte, lt, format } = readObject(asked, 'range', ['gte', 'lt', 'format']);
    if (typeOf(field) !== 'date' || format !== 'epoch_millis' || !Number.isInteger(gte) || !Number.isInteger(lt))
      throw new RefusedRequest('[range] is not of absolute times');
    return (document) => valuesOf(document, field).some((at) => Number(at) >= Number(gte) && Number(at) < Number(lt));
  },
};

function compileBool(value: unknown): Matches {
  const read = readObject(value, 'bool', ['filter', 'must_not', 'should', 'minimum_should_match']);
  const listOf = (name: string) => (read[name] === undefined ? [] : readList(read[name], name)).map(compileQuery);
  const [filter, none, should] = [listOf('filter'), listOf('must_not'), listOf('should')];
  if (filter.length + none.length + should.length > MAX_CLAUSES) throw new RefusedRequest('too_many_clauses');
  // Without it the clauses would only raise a score.
  if (read.should !== undefined && read.minimum_should_match !== 1)
    throw new RefusedRequest('[bool] should without minimum_should_match');
  return (document) =>
    filter.every((matches) => matches(document)) &&
    !none.some((matches) => matches(document)) &&
    // A list without clauses asks for nothing, whatever minimum_should_match says.
    (should.length === 0 || should.some((matches) => matches(document)));
}
