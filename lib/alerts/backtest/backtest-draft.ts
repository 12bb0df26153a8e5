/*
 * What a draft would have changed in the past: each changed response before and after, and all responses of the file. Decided
 * over rule variants, counted by the port. Knows no file: it is given responses.
 */
import { type LoadedTrigger, rulesSettingOff } from '../../ossec/trigger/rules-setting-off.ts';
import type {
  BacktestDays,
  BacktestSource,
  ChangedBacktest,
  DraftBacktest,
  DraftBacktestAnswer,
  KnownHistory,
} from '../../view/backtest.ts';
import type { AlertHistory, HistoryCounts, RuleVariant } from '../alert-history.ts';
import { backtestLimits } from './backtest-limits.ts';
import { type BacktestSetting, runsByRule } from './backtest-response.ts';
import { decideVariants, type VariantFacts, variantFacts } from './decide-variants.ts';
import { isKnown, knownHistory } from './known-history.ts';
import { mergeSources, struck } from './merge-sources.ts';

/** Null where there is none: before it is added, after it is removed or switched off. */
export type DraftResponse = {
  key: string;
  title: string;
  /** Its trigger in words. */
  words: string;
  before: FiringResponse | null;
  after: FiringResponse | null;
  isChanged: boolean;
};
export type FiringResponse = { trigger: LoadedTrigger; agentsEach: number };

export type DraftSetting = Omit<BacktestSetting, 'whiteList'> & {
  whiteList: { before: readonly string[]; after: readonly string[] };
};

/** More changed responses than this are not told apart. */
export const MOST_CHANGED = 20;
/** Agents and addresses that are added up over responses; of the rest the least are lost. */
const ADDED_UP = 500;
const SHOWN = 10;

export async function backtestDraft(
  history: AlertHistory,
  responses: readonly DraftResponse[],
  days: BacktestDays,
  setting: DraftSetting,
): Promise<DraftBacktestAnswer> {
  const coverage = await history.loadCoverage();
  if (!coverage.ok) return { kind: 'failed', failure: coverage.failure };
  const known = knownHistory(coverage.value, days, setting.now);
  if (!isKnown(known)) return known;
  const variants = await history.loadVariants(known.period);
  if (!variants.ok) return { kind: 'failed', failure: variants.failure };
  const facts = variantFacts(variants.value, setting.rules.byId);
  try {
    const scene = { history, known, facts, setting };
    const changed = responses.filter(({ isChanged }) => isChanged).slice(0, MOST_CHANGED);
    const [counted, total] = await Promise.all([
      Promise.all(changed.map((response) => countResponse(scene, response))),
      totalOf(scene, responses),
    ]);
    return { kind: 'known', known, total, ...toView(counted, setting) };
  } catch (thrown) {
    if (thrown instanceof CountFailed) return { kind: 'failed', failure: thrown.failure };
    throw thrown;
  }
}

class CountFailed extends Error {
  readonly failure;
  constructor(failure: Extract<Awaited<ReturnType<AlertHistory['count']>>, { ok: false }>['failure']) {
    super(failure.message);
    this.failure = failure;
  }
}

type Scene = {
  history: AlertHistory;
  known: KnownHistory;
  facts: readonly VariantFacts[];
  setting: DraftSetting;
};
type Side = 'before' | 'after';
type CountedSide = { hits: RuleVariant[]; counts: HistoryCounts | null; runs: number };
type Counted = { response: DraftResponse; before: CountedSide; after: CountedSide };

async function count(scene: Scene, variants: readonly string[], side: Side, top: number): Promise<HistoryCounts> {
  const { history, known, setting } = scene;
  const counted = await history.count({
    period: known.period,
    variants,
    whiteList: setting.whiteList[side],
    step: 'day',
    own: setting.own.map(({ address }) => address),
    top,
  });
  if (!counted.ok) throw new CountFailed(counted.failure);
  return counted.value;
}

async function countSide(scene: Scene, firing: FiringResponse | null, side: Side): Promise<CountedSide> {
  const hits = firing ? decideVariants(firing.trigger, scene.facts) : [];
  if (hits.length === 0) return { hits, counts: null, runs: 0 };
  const keys = hits.map(({ key }) => key);
  const counts = await count(scene, keys, side, ADDED_UP);
  return { hits, counts, runs: counts.alerts - counts.listed - counts.refused };
}

async function countResponse(scene: Scene, response: DraftResponse): Promise<Counted> {
  const [before, after] = await Promise.all([
    countSide(scene, response.before, 'before'),
    countSide(scene, response.after, 'after'),
  ]);
  return { response, before, after };
}

/** Runs of all responses: one question a side, however many responses share a variant. */
async function totalOf(scene: Scene, responses: readonly DraftResponse[]): Promise<Record<Side, number>> {
  const sideOf = async (side: Side) => {
    const decided = responses.flatMap((response) => {
      const firing = response[side];
      return firing ? [decideVariants(firing.trigger, scene.facts).map(({ key }) => key)] : [];
    });
    const runs = await runsByVariant(scene, [...new Set(decided.flat())], side);
    return decided.flat().reduce((sum, key) => sum + (runs.get(key) ?? 0), 0);
  };
  const [before, after] = await Promise.all([sideOf('before'), sideOf('after')]);
  return { before, after };
}

async function runsByVariant(scene: Scene, keys: readonly string[], side: Side): Promise<Map<string, number>> {
  const runs = new Map<string, number>();
  if (keys.length === 0) return runs;
  const { byTime } = await count(scene, keys, side, 0);
  for (const one of byTime) runs.set(one.variant, (runs.get(one.variant) ?? 0) + one.runs);
  return runs;
}

type Sums = Omit<DraftBacktest, 'kind' | 'known' | 'total'>;

function toView(counted: readonly Counted[], setting: DraftSetting): Sums {
  const sources = mergeSources(
    counted.flatMap(({ after }) => after.counts?.sources.top ?? []),
    setting.own,
  );
  const own = mergeSources(
    counted.flatMap(({ after }) => after.counts?.sources.own ?? []),
    setting.own,
  );
  const distinct = Math.max(sources.length, ...counted.map(({ after }) => after.counts?.sources.distinct ?? 0));
  return {
    byTime: daysOf(counted),
    changed: counted.map((one) => changedOf(one, setting)),
    agents: agentsOf(counted),
    sources: { top: sources.slice(0, SHOWN), distinct },
    own: struck(own),
    limits: backtestLimits({
      bound: [...new Set(counted.flatMap(({ response: { after } }) => boundBy(after, setting)))],
      hits: counted.flatMap(({ after }) => (after.counts ? runsByRule(after.hits, after.counts) : [])),
      logLevel: setting.logLevel,
      note: counted.map(({ after }) => after.counts?.note ?? null).find((note) => note !== null) ?? null,
    }),
  };
}

const boundBy = (firing: FiringResponse | null, { rules }: DraftSetting) =>
  firing ? rulesSettingOff(firing.trigger, rules.rules) : [];

function changedOf({ response, before, after }: Counted, { own }: DraftSetting): ChangedBacktest {
  const ownHits: BacktestSource[] = struck(mergeSources(after.counts?.sources.own ?? [], own));
  return {
    key: response.key,
    title: response.title,
    trigger: response.words,
    before: before.runs,
    after: after.runs,
    agentsEach: { before: response.before?.agentsEach ?? 1, after: response.after?.agentsEach ?? 1 },
    own: ownHits,
  };
}

function daysOf(counted: readonly Counted[]): DraftBacktest['byTime'] {
  const days = new Map<number, { at: number; before: number; after: number }>();
  const add = (side: Side, { counts }: CountedSide) => {
    for (const { at, runs } of counts?.byTime ?? []) {
      const day = days.get(at) ?? { at, before: 0, after: 0 };
      days.set(at, { ...day, [side]: day[side] + runs });
    }
  };
  for (const { before, after } of counted) {
    add('before', before);
    add('after', after);
  }
  return [...days.values()].sort((a, b) => a.at - b.at);
}

function agentsOf(counted: readonly Counted[]): DraftBacktest['agents'] {
  const agents = new Map<string, DraftBacktest['agents'][number]>();
  for (const one of counted) {
    for (const side of ['before', 'after'] as const) {
      for (const { id, name, runs } of one[side].counts?.agents.top ?? []) {
        const known = agents.get(id) ?? { id, name, before: 0, after: 0 };
        agents.set(id, { ...known, [side]: known[side] + runs });
      }
    }
  }
  return [...agents.values()].sort((a, b) => b.after - a.after || b.before - a.before).slice(0, SHOWN);
}
