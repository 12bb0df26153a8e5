/*
 * How many alerts each entry of the white list kept from setting off a response: those of the responses that are on now,
 * asked of the alert history. What is not known is said, never guessed.
 */
import type { AlertHistory, Period } from '../alerts/alert-history.ts';
import { decideVariants, variantFacts } from '../alerts/backtest/decide-variants.ts';
import { isKnown, knownHistory } from '../alerts/backtest/known-history.ts';
import type { Facts, RuleFacts } from '../ossec/findings/finding.ts';
import { isLive } from '../ossec/findings/support/command-of.ts';
import { isLevelRefused, levelOf } from '../ossec/findings/support/trigger-rules.ts';
import type { KnownHistory } from '../view/backtest.ts';
import type { HeldBack } from '../view/white-list.ts';

const DAYS = 30;
/** Each is a question of its own. */
const MOST_ENTRIES = 40;

type Asked = { entries: readonly string[]; facts: Facts; now: number };

export async function loadHeldBack(history: AlertHistory, { entries, facts, now }: Asked): Promise<HeldBack> {
  const coverage = await history.loadCoverage();
  if (!coverage.ok) return { kind: 'unknown', why: coverage.failure.message };
  const known = knownHistory(coverage.value, DAYS, now);
  if (!isKnown(known)) {
    return { kind: 'unknown', why: known.kind === 'failed' ? known.failure.message : 'There are no past alerts.' };
  }
  const firing = await loadFiring(history, known.period, facts);
  if (!firing) return { kind: 'unknown', why: 'The past alerts cannot be read.' };
  const counts: Record<string, number> = {};
  let note: string | null = null;
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    const query = { period: known.period, variants: firing, step: 'day' as const, own: [], top: 1 };
    const counted = firing.length > 0 ? await history.count({ ...query, whiteList: [entry] }) : null;
    if (counted && !counted.ok) return { kind: 'unknown', why: counted.failure.message };
    counts[entry] = counted?.value.listed ?? 0;
    note ??= counted?.value.note ?? null;
  }
  return { kind: 'known', counts, period: periodWords(known), isCut: entries.length > MOST_ENTRIES, note };
}

/** The keys of the variants that set off a response; null when nobody can tell. */
async function loadFiring(history: AlertHistory, period: Period, facts: Facts): Promise<string[] | null> {
  const variants = await history.loadVariants(period);
  if (!variants.ok) return null;
  const byId = new Map((facts.rules ?? []).map((rule): [number, RuleFacts] => [rule.id, rule]));
  const asRules = variantFacts(variants.value, byId);
  const live = facts.responses.filter((response) => isLive(response) && !isLevelRefused(response));
  const found = live.flatMap((response) => decideVariants({ ...response, level: levelOf(response) }, asRules));
  return [...new Set(found.map(({ key }) => key))];
}

function periodWords({ isShort, knownDays, state }: KnownHistory): string {
  const soFar = state.kind === 'reading' || state.kind === 'stopped' ? ' so far' : '';
  if (!isShort) return `in the last ${DAYS} days${soFar}`;
  return knownDays === 1 ? `in the day that is known${soFar}` : `in the ${knownDays} days that are known${soFar}`;
}
