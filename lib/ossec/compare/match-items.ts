/*
 * Pairing two lists: first what is equal in order (longest common subsequence), then, step by step, what is alike. Knows
 * nothing of configurations.
 */
import { diffArrays } from 'diff';

export type Matching<T> = { pairs: [T, T][]; before: T[]; after: T[] };

/** Pairs equal items that keep their order. */
export function matchInOrder<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Matching<T> {
  const result: Matching<T> = { pairs: [], before: [], after: [] };
  let left = 0;
  let right = 0;
  for (const part of diffArrays(before.map(keyOf), after.map(keyOf))) {
    for (let count = part.value.length; count > 0; count--) {
      if (part.removed) result.before.push(before[left++] as T);
      else if (part.added) result.after.push(after[right++] as T);
      else result.pairs.push([before[left++] as T, after[right++] as T]);
    }
  }
  return result;
}

/** Pairs the first with the first, the second with the second, of those that have the same key. */
export function matchByKey<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string | null,
  keyOfAfter: (item: T) => string | null = keyOf,
): Matching<T> {
  const result: Matching<T> = { pairs: [], before: [], after: [...after] };
  for (const item of before) {
    const key = keyOf(item);
    const at = key === null ? -1 : result.after.findIndex((one) => keyOfAfter(one) === key);
    const found = result.after[at];
    if (found === undefined) result.before.push(item);
    else {
      result.pairs.push([item, found]);
      result.after.splice(at, 1);
    }
  }
  return result;
}
