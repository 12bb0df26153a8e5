/*
 * How often each response of a file would have run, day by day: one question for all of them. Knows no file: it is given
 * triggers.
 */
import type { Outcome } from '../../manager/manager.ts';
import type { RuleFacts } from '../../ossec/findings/finding.ts';
import type { LoadedTrigger } from '../../ossec/trigger/rules-setting-off.ts';
import type { AlertHistory, Period } from '../alert-history.ts';
import { decideVariants, variantFacts } from './decide-variants.ts';
import { DAY } from './known-history.ts';

type Asked = {
  period: Period;
  whiteList: readonly string[];
  byId: ReadonlyMap<number, RuleFacts>;
};

/** For each trigger, in order: runs of each day of the period, the oldest first. Null stands for one that is off. */
export async function runsByResponse(
  history: AlertHistory,
  triggers: readonly (LoadedTrigger | null)[],
  { period, whiteList, byId }: Asked,
): Promise<Outcome<number[][]>> {
  const variants = await history.loadVariants(period);
  if (!variants.ok) return variants;
  const facts = variantFacts(variants.value, byId);
  const decided = triggers.map((trigger) => (trigger ? decideVariants(trigger, facts).map(({ key }) => key) : []));
  const keys = [...new Set(decided.flat())];
  const counts = await history.count({ period, variants: keys, whiteList, step: 'day', own: [], top: 0 });
  if (!counts.ok) return counts;
  const first = Math.floor(period.from / DAY);
  const days = Math.ceil(period.to / DAY) - first;
  const ofVariant = new Map<string, number[]>();
  for (const { at, variant, runs } of counts.value.byTime) {
    const row = ofVariant.get(variant) ?? new Array<number>(days).fill(0);
    const day = Math.floor(at / DAY) - first;
    row[day] = (row[day] ?? 0) + runs;
    ofVariant.set(variant, row);
  }
  const value = decided.map((some) =>
    Array.from({ length: days }, (_, day) => some.reduce((sum, key) => sum + (ofVariant.get(key)?.[day] ?? 0), 0)),
  );
  return { ok: true, value };
}
