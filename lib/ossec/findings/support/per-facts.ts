/* What several checks look up in the same facts, made once for them: with 700 responses a search each would be too slow. */
import type { Facts } from '../finding.ts';

/** The function, called only once for the same facts. */
export function perFacts<T>(make: (facts: Facts) => T): (facts: Facts) => T {
  const kept = new WeakMap<Facts, { answer: T }>();
  return (facts) => {
    const known = kept.get(facts) ?? { answer: make(facts) };
    kept.set(facts, known);
    return known.answer;
  };
}

/** The items by key, each list in its order. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
