/*
 * What one response would have done to the alerts of the past: decided over rule variants, counted by the port. Knows no
 * file and no draft.
 */
import type { Outcome } from '../../manager/manager.ts';
import type { RuleFacts } from '../../ossec/findings/finding.ts';
import { type LoadedTrigger, rulesSettingOff } from '../../ossec/trigger/rules-setting-off.ts';
import type { Backtest, BacktestAnswer, BacktestDays, BacktestRule } from '../../view/backtest.ts';
import type { OwnAddress } from '../../view/own-address.ts';
import type { AlertHistory, AlertsQuery, HistoryCounts, Peak, RuleVariant } from '../alert-history.ts';
import { backtestLimits } from './backtest-limits.ts';
import { decideVariants, variantFacts } from './decide-variants.ts';
import { isKnown, knownHistory, stepOf } from './known-history.ts';
import { mergeSources, splitSources } from './merge-sources.ts';

export const MAX_LEVEL = 16;

/** What stands around every response of a manager. */
export type BacktestSetting = {
  rules: { rules: readonly RuleFacts[]; byId: ReadonlyMap<number, RuleFacts> };
  whiteList: readonly string[];
  own: readonly OwnAddress[];
  logLevel: number;
  now: number;
};

export type AskedResponse = {
  trigger: LoadedTrigger;
  /** What the command takes from the alert. */
  needs: 'srcip' | 'dstuser' | null;
  /** Null: how long does not matter yet. 0: never undone. */
  timeoutSeconds: number | null;
  agentsEach: number;
  days: BacktestDays;
};

const TOP = 10;
/** The port ranks pairs of address and srcip, and agents by alerts: enough of them to rank addresses, and agents by runs. */
const ASKED = 200;

/** The answer to a draft of a response; a failure of the history is one, too. */
export async function backtestResponse(
  history: AlertHistory,
  asked: AskedResponse,
  setting: BacktestSetting,
): Promise<BacktestAnswer> {
  const coverage = await history.loadCoverage();
  if (!coverage.ok) return { kind: 'failed', failure: coverage.failure };
  const known = knownHistory(coverage.value, asked.days, setting.now);
  if (!isKnown(known)) return known;
  const variants = await history.loadVariants(known.period);
  if (!variants.ok) return { kind: 'failed', failure: variants.failure };
  const hits = decideVariants(asked.trigger, variantFacts(variants.value, setting.rules.byId));
  const query = { period: known.period, variants: hits.map(({ key }) => key), whiteList: setting.whiteList };
  const own = setting.own.map(({ address }) => address);
  const step = stepOf(asked.days);
  const [counts, peak] = await Promise.all([
    history.count({ ...query, step, own, top: ASKED }),
    loadPeak(history, query, asked),
  ]);
  if (!counts.ok) return { kind: 'failed', failure: counts.failure };
  const rules = runsByRule(hits, counts.value);
  return {
    kind: 'known',
    known,
    step,
    ...numbersOf(counts.value, asked, setting.own),
    byTime: runsByTime(hits, counts.value),
    rules,
    peak: peak.ok ? peak.value : null,
    agentsEach: asked.agentsEach,
    levels: alertsByLevel(variants.value),
    limits: backtestLimits({
      bound: rulesSettingOff(asked.trigger, setting.rules.rules),
      hits: rules,
      byId: setting.rules.byId,
      logLevel: setting.logLevel,
      note: counts.value.note,
    }),
  };
}

const NO_PEAK: Outcome<Peak> = { ok: true, value: null };

function loadPeak(
  history: AlertHistory,
  query: AlertsQuery,
  { timeoutSeconds, needs }: AskedResponse,
): Promise<Outcome<Peak>> | Outcome<Peak> {
  if (timeoutSeconds === null || needs === null || query.variants.length === 0) return NO_PEAK;
  return history.loadPeak({ ...query, timeoutSeconds, key: needs === 'dstuser' ? 'user' : 'address' });
}

type Numbers = Pick<
  Backtest,
  | 'alerts'
  | 'runs'
  | 'listed'
  | 'refused'
  | 'lacking'
  | 'agents'
  | 'sources'
  | 'heldBack'
  | 'users'
  | 'own'
  | 'busiestMinute'
>;

function numbersOf(counts: HistoryCounts, { needs }: AskedResponse, own: readonly OwnAddress[]): Numbers {
  const { alerts, listed, refused, withoutAddress, withoutUser, agents, sources, users, busiestMinute } = counts;
  const addresses = mergeSources(sources.top, own);
  return {
    alerts,
    listed,
    refused,
    runs: alerts - listed - refused,
    lacking: needs && { field: needs, runs: needs === 'srcip' ? withoutAddress : withoutUser },
    agents: { ...agents, top: agents.top.toSorted((a, b) => b.runs - a.runs).slice(0, TOP) },
    ...splitSources(addresses, sources.top.length === sources.distinct ? addresses.length : sources.distinct, TOP),
    users: { ...users, top: users.top.slice(0, TOP) },
    own: mergeSources(sources.own, own),
    busiestMinute,
  };
}

/** Runs of each rule that fired, the most first. */
export function runsByRule(hits: readonly RuleVariant[], { byTime }: Pick<HistoryCounts, 'byTime'>): BacktestRule[] {
  const runsOf = new Map<string, number>();
  for (const { variant, runs } of byTime) runsOf.set(variant, (runsOf.get(variant) ?? 0) + runs);
  const rules = new Map<number, BacktestRule>();
  for (const { key, ruleId, level, description, alerts } of hits) {
    const known = rules.get(ruleId) ?? { id: ruleId, level, description, alerts: 0, runs: 0 };
    rules.set(ruleId, { ...known, alerts: known.alerts + alerts, runs: known.runs + (runsOf.get(key) ?? 0) });
  }
  return [...rules.values()].sort((a, b) => b.runs - a.runs || a.id - b.id);
}

function runsByTime(hits: readonly RuleVariant[], { byTime }: HistoryCounts): Backtest['byTime'] {
  const ruleOf = new Map(hits.map(({ key, ruleId }) => [key, ruleId]));
  const merged = new Map<string, { at: number; ruleId: number; runs: number }>();
  for (const { at, variant, runs } of byTime) {
    if (runs === 0) continue;
    const ruleId = ruleOf.get(variant) ?? 0;
    const key = `${at} ${ruleId}`;
    merged.set(key, { at, ruleId, runs: (merged.get(key)?.runs ?? 0) + runs });
  }
  return [...merged.values()];
}

export function alertsByLevel(variants: readonly RuleVariant[]): number[] {
  const levels = new Array<number>(MAX_LEVEL + 1).fill(0);
  for (const { level, alerts } of variants) {
    const at = Math.min(Math.max(level, 0), MAX_LEVEL);
    levels[at] = (levels[at] ?? 0) + alerts;
  }
  return levels;
}
