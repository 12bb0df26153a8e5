/* Test only. What the indexer refuses, in the shape of its answers. */

export class RefusedRequest extends Error {
  readonly status: number;
  readonly type: string;

  constructor(reason: string, { type = 'parsing_exception', status = 400 } = {}) {
    super(reason);
    this.status = status;
    this.type = type;
  }

  body(): object {
    const cause = { type: this.type, reason: this.message };
    return { error: { root_cause: [cause], ...cause }, status: this.status };
  }
}

export type Json = Record<string, unknown>;

/** An object with these keys and no other. */
export function readObject(value: unknown, where: string, keys: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RefusedRequest(`[${where}] is no object`);
  for (const key of Object.keys(value))
    if (!keys.includes(key)) throw new RefusedRequest(`[${where}] unknown field [${key}]`);
  return value as Json;
}

/** The one key of an object, and what it holds. */
export function readOnly(value: unknown, where: string): [string, unknown] {
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const [entry] = entries;
  if (entries.length !== 1 || !entry) throw new RefusedRequest(`[${where}] expected one field`);
  return entry;
}

export function readList(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new RefusedRequest(`[${where}] expected an array`);
  return value;
}

export function readCount(value: unknown, where: string, most: number): number {
  if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > most)
    throw new RefusedRequest(`[${where}] is ${String(value)}, not between 0 and ${most}`, {
      type: 'illegal_argument_exception',
    });
  return Number(value);
}
