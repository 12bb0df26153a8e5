/*
 * Test only. Documents and their fields, typed as Wazuh's template types them: a keyword holds the text of any scalar, and of
 * each item of a list.
 */
import { readTimestamp } from '../../read-alert.ts';
import { type Json, RefusedRequest } from './refused-request.ts';

export type Document = { index: string; source: Json };
export type Value = string | number;

const TYPES: Record<string, 'keyword' | 'long' | 'date'> = {
  timestamp: 'date',
  id: 'keyword',
  'rule.id': 'keyword',
  'rule.level': 'long',
  'agent.id': 'keyword',
  'agent.name': 'keyword',
  'data.srcip': 'keyword',
  'data.dstuser': 'keyword',
  'data.win.eventdata.ipAddress': 'keyword',
  'data.win.eventdata.destinationIp': 'keyword',
};

export function typeOf(field: unknown): 'keyword' | 'long' | 'date' {
  const type = typeof field === 'string' ? TYPES[field] : undefined;
  if (type === undefined) throw new RefusedRequest(`No mapping found for [${String(field)}]`);
  return type;
}

/** What is indexed of a field. */
export function valuesOf({ source }: Document, field: string): Value[] {
  const found = field.split('.').reduce<unknown>((at, name) => (at as Json | undefined | null)?.[name], source);
  const type = typeOf(field);
  return [found]
    .flat()
    .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
    .map((value) =>
      type === 'date' ? (readTimestamp(String(value)) ?? 0) : type === 'long' ? Number(value) : String(value),
    );
}

/** A value that a query may hold for the field. */
export function readValue(value: unknown, field: string): Value {
  const wanted = typeOf(field) === 'keyword' ? 'string' : 'number';
  if (typeof value !== wanted) throw new RefusedRequest(`[${field}] is asked for ${JSON.stringify(value)}`);
  return value as Value;
}

export const compareValues = (a: Value | null, b: Value | null): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;

/** The parts of a source that `_source` names. */
export function pickSource(source: Json, wanted: unknown): Json {
  if (wanted === true) return source;
  const paths = Array.isArray(wanted) ? wanted : [];
  if (paths.length === 0 || paths.some((path) => typeof path !== 'string' || /[^\w.@]/.test(path)))
    throw new RefusedRequest('[_source] expected true or names of fields');
  const picked: Json = {};
  for (const path of paths as string[]) copyPath(source, picked, path.split('.'));
  return picked;
}

function copyPath(from: Json, to: Json, [name = '', ...rest]: string[]): void {
  const value = from[name];
  if (value === undefined) return;
  if (rest.length === 0) to[name] = value;
  else if (typeof value === 'object' && value !== null) {
    const inner = (to[name] ?? {}) as Json;
    to[name] = inner;
    copyPath(value as Json, inner, rest);
  }
}
