/*
 * How many alerts each entry of the white list kept from setting off a response: those of the responses that are on now,
 * asked of the alert history. What is not known is said, never guessed.
 */
import type { AlertHistory, Period, SourceCount } from '../alerts/alert-history.ts';
import { decideVariants, variantFacts } from '../alerts/backtest/decide-variants.ts';
import { isKnown, knownHistory } from '../alerts/backtest/known-history.ts';
import type { Outcome } from '../manager/manager.ts';
import type { Facts, RuleFacts } from '../ossec/findings/finding.ts';
import { isLive } from '../ossec/findings/support/command-of.ts';
import { isLevelRefused, levelOf } from '../ossec/findings/support/trigger-rules.ts';
import { toWhiteList } from '../ossec/white-list/is-listed.ts';
import type { KnownHistory } from '../view/backtest.ts';
import type { HeldBack } from '../view/white-list.ts';

const DAYS = 30;
const MOST_ENTRIES = 40;
/** Addresses that are told apart. All entries are asked about at once: the indexer walks every address for each question. */
const MOST_ADDRESSES = 5000;

type Asked = { entries: readonly string[]; facts: Facts; now: number; most?: number };

export async function loadHeldBack(
  history: AlertHistory,
  { entries, facts, now, most = MOST_ADDRESSES }: Asked,
): Promise<HeldBack> {
  const coverage = await history.loadCoverage();
  if (!coverage.ok) return { kind: 'unknown', why: coverage.failure.message };
  const known = knownHistory(coverage.value, DAYS, now);
  if (!isKnown(known)) {
    return { kind: 'unknown', why: known.kind === 'failed' ? known.failure.message : 'There are no past alerts.' };
  }
  const firing = await loadFiring(history, known.period, facts);
  if (!firing.ok) return { kind: 'unknown', why: firing.failure.message };
  const whiteList = entries.slice(0, MOST_ENTRIES);
  const found = { kind: 'known' as const, period: periodWords(known), isCut: entries.length > MOST_ENTRIES };
  if (firing.value.length === 0) return { ...found, counts: countEach(whiteList, []).counts, note: null };
  const query = { period: known.period, variants: firing.value, step: 'day' as const, own: [], top: most };
  const counted = await history.count({ ...query, whiteList });
  if (!counted.ok) return { kind: 'unknown', why: counted.failure.message };
  const { listed, sources, note } = counted.value;
  const { counts, total } = countEach(whiteList, sources.top);
  return { ...found, counts, note: note ?? (total < listed ? cutWords(most) : null) };
}

/** `total`: alerts that any of the entries covers. */
function countEach(whiteList: readonly string[], sources: readonly SourceCount[]) {
  const listed = sources.filter((source) => source.listed);
  const sum = (some: readonly SourceCount[]) => some.reduce((all, { alerts }) => all + alerts, 0);
  const counts = whiteList.map((entry) => {
    const covers = toWhiteList([entry]);
    return [entry, sum(listed.filter(({ srcip }) => srcip !== null && covers(srcip)))] as const;
  });
  return { counts: Object.fromEntries(counts), total: sum(listed) };
}

const cutWords = (most: number): string =>
  `Only the ${most.toLocaleString('en-US')} most frequent addresses are told apart, so each number is at least that high.`;

/** The keys of the variants that set off a response. */
async function loadFiring(history: AlertHistory, period: Period, facts: Facts): Promise<Outcome<string[]>> {
  const variants = await history.loadVariants(period);
  if (!variants.ok) return variants;
  const byId = new Map((facts.rules ?? []).map((rule): [number, RuleFacts] => [rule.id, rule]));
  const asRules = variantFacts(variants.value, byId);
  const live = facts.responses.filter((response) => isLive(response) && !isLevelRefused(response));
  const found = live.flatMap((response) => decideVariants({ ...response, level: levelOf(response) }, asRules));
  return { ok: true, value: [...new Set(found.map(({ key }) => key))] };
}

function periodWords({ isShort, knownDays, state }: KnownHistory): string {
  const soFar = state.kind === 'reading' || state.kind === 'stopped' ? ' so far' : '';
  if (!isShort) return `in the last ${DAYS} days${soFar}`;
  return knownDays === 1 ? `in the day that is known${soFar}` : `in the ${knownDays} days that are known${soFar}`;
}
