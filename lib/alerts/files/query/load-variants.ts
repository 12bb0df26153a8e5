/*
 * Owns which rules raised alerts in a period. Segments within it are known as sums; only those at its ends are gone over.
 */
import type { Period, RuleVariant } from '../../alert-history.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import { inOrder } from './order.ts';

export async function loadVariants(index: AlertIndex, { from, to }: Period): Promise<RuleVariant[]> {
  const { words, newest } = index;
  const counts = new Float64Array(words.variants.entries.length);
  const add = (variant: number, alerts: number) => {
    counts[variant] = (counts[variant] as number) + alerts;
  };
  const partly = new Set<number>();
  for (const { segment, first, last, counts: alerts } of index.segments.values()) {
    if (last < from || first >= to) continue;
    if (first >= from && last < to) for (const [variant, count] of alerts.entries()) add(variant, count);
    else partly.add(segment);
  }
  await index.scanSegments(partly, ({ at, variants, starts }) => {
    for (const [group, variant] of variants.entries()) {
      for (let row = starts[group] as number; row < (starts[group + 1] as number); row += 1) {
        const when = at[row] as number;
        if (when >= from && when < to) add(variant, 1);
      }
    }
  });
  return [...counts]
    .flatMap((alerts, number) => {
      const variant = words.variants.entries[number];
      if (alerts === 0 || variant === undefined) return [];
      const description = words.descriptions.entries[newest.variants[number]?.description ?? -1]?.text ?? '';
      return [{ ...variant, description, alerts }];
    })
    .sort((a, b) => b.alerts - a.alerts || a.ruleId - b.ruleId || inOrder(a.key, b.key));
}
