/*
 * Owns which come first where only some are shown, and which variants a question means. Pure.
 */
import type { Vocabulary } from '../scan/vocabulary.ts';

export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export type Ranking<T> = { top: number; alerts: (item: T) => number; name: (item: T) => string };

/** The `top` with the most alerts, then by name; the rest is never sorted, because it may be long. */
export function mostFirst<T>(items: readonly T[], { top, alerts, name }: Ranking<T>): T[] {
  const compare = (a: T, b: T): number => alerts(b) - alerts(a) || inOrder(name(a), name(b));
  if (items.length <= 2 * top) return items.toSorted(compare).slice(0, top);
  const best: T[] = [];
  for (const item of items) {
    const last = best[top - 1];
    if (top === 0 || (last !== undefined && compare(item, last) > 0)) continue;
    let place = Math.min(best.length, top - 1);
    while (place > 0 && compare(item, best[place - 1] as T) < 0) place -= 1;
    best.splice(place, 0, item);
    best.length = Math.min(best.length, top);
  }
  return best;
}

/** The place of each variant number among the wanted; -1: not wanted. A key that nobody knows has no alerts. */
export function wantedVariants(
  { variants }: Vocabulary,
  keys: readonly string[],
): { places: Int32Array; keys: string[] } {
  const places = new Int32Array(variants.entries.length).fill(-1);
  const known: string[] = [];
  for (const key of new Set(keys)) {
    const number = variants.find(key);
    if (number === undefined) continue;
    places[number] = known.push(key) - 1;
  }
  return { places, keys: known };
}
