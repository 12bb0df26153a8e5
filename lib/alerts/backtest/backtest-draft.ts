/*
 * What a draft would have changed in the past: each response that it or its white list touches before and after, and all
 * responses of the file. Decided over rule variants, counted by the port. Knows no file: it is given responses.
 */
import type { Outcome } from '../../manager/manager.ts';
import type { LoadedTrigger } from '../../ossec/trigger/rules-setting-off.ts';
import type { BacktestDays, DraftBacktestAnswer, KnownHistory } from '../../view/backtest.ts';
import type { AlertHistory, HistoryCounts, RuleVariant } from '../alert-history.ts';
import type { BacktestSetting } from './backtest-response.ts';
import { decideVariants, type VariantFacts, variantFacts } from './decide-variants.ts';
import { isKnown, knownHistory } from './known-history.ts';
import { viewDraftCounts } from './view-draft-counts.ts';

/** Null where there is none: before it is added, after it is removed or switched off. */
export type DraftResponse = {
  key: string;
  title: string;
  /** Its trigger in words. */
  words: string;
  before: FiringResponse | null;
  after: FiringResponse | null;
  isChanged: boolean;
  /** As the draft leaves it: what it runs acts on addresses. */
  actsOnAddress: boolean;
};
export type FiringResponse = { trigger: LoadedTrigger; agentsEach: number };

export type DraftSetting = Omit<BacktestSetting, 'whiteList'> & {
  whiteList: { before: readonly string[]; after: readonly string[] };
};

/** More touched responses than this are not told apart. */
export const MOST_CHANGED = 20;
/** Agents and addresses that are added up over responses; of the rest the least are lost. */
const ADDED_UP = 500;

export type Side = 'before' | 'after';
export type CountedSide = { hits: RuleVariant[]; counts: HistoryCounts | null; runs: number };
export type CountedResponse = { response: DraftResponse; before: CountedSide; after: CountedSide };

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
  const scene = { history, known, facts: variantFacts(variants.value, setting.rules.byId), setting };
  const touched = touchedBy(responses, setting);
  const rest = touched.slice(MOST_CHANGED);
  const [counted, others, before, after] = await Promise.all([
    Promise.all(touched.slice(0, MOST_CHANGED).map((response) => countResponse(scene, response))),
    countTogether(scene, rest),
    countAll(scene, responses, 'before'),
    countAll(scene, responses, 'after'),
  ]);
  if (!before.ok) return { kind: 'failed', failure: before.failure };
  if (!after.ok) return { kind: 'failed', failure: after.failure };
  if (!others.ok) return { kind: 'failed', failure: others.failure };
  const each: CountedResponse[] = [];
  for (const one of counted) {
    if (!one.ok) return { kind: 'failed', failure: one.failure };
    if (isTouched(one.value)) each.push(one.value);
  }
  const total = { before: before.value, after: after.value };
  return { kind: 'known', known, total, left: rest.length, ...viewDraftCounts(each, others.value, setting) };
}

/** What the draft changes; and, where its white list is another one, whatever fires. */
export function touchedBy(
  responses: readonly DraftResponse[],
  { whiteList }: Pick<DraftSetting, 'whiteList'>,
): readonly DraftResponse[] {
  const changed = responses.filter(({ isChanged }) => isChanged);
  if (isSameList(whiteList)) return changed;
  return [...changed, ...responses.filter(({ isChanged, after }) => !isChanged && after)];
}

const isSameList = ({ before, after }: DraftSetting['whiteList']): boolean =>
  before.every((entry) => after.includes(entry)) && after.every((entry) => before.includes(entry));

/** Another white list need not touch what a response runs for. */
const isTouched = ({ response, before, after }: CountedResponse): boolean =>
  response.isChanged || JSON.stringify(before.counts) !== JSON.stringify(after.counts);

type Scene = {
  history: AlertHistory;
  known: KnownHistory;
  facts: readonly VariantFacts[];
  setting: DraftSetting;
};

const count = (
  { history, known, setting }: Scene,
  variants: readonly string[],
  side: Side,
  top: number,
): Promise<Outcome<HistoryCounts>> =>
  history.count({
    period: known.period,
    variants,
    whiteList: setting.whiteList[side],
    step: 'day',
    own: setting.own.map(({ address }) => address),
    top,
  });

const countSide = (scene: Scene, firing: FiringResponse | null, side: Side): Promise<Outcome<CountedSide>> =>
  countHits(scene, firing ? decideVariants(firing.trigger, scene.facts) : [], side);

async function countHits(scene: Scene, hits: RuleVariant[], side: Side): Promise<Outcome<CountedSide>> {
  if (hits.length === 0) return { ok: true, value: { hits, counts: null, runs: 0 } };
  const keys = hits.map(({ key }) => key);
  const counted = await count(scene, keys, side, ADDED_UP);
  if (!counted.ok) return counted;
  const { alerts, listed, refused } = counted.value;
  return { ok: true, value: { hits, counts: counted.value, runs: alerts - listed - refused } };
}

async function countResponse(scene: Scene, response: DraftResponse): Promise<Outcome<CountedResponse>> {
  const [before, after] = await Promise.all([
    countSide(scene, response.before, 'before'),
    countSide(scene, response.after, 'after'),
  ]);
  if (!before.ok) return before;
  if (!after.ok) return after;
  return { ok: true, value: { response, before: before.value, after: after.value } };
}

/** Those that are not told apart, as up to two: what is changed, and what only the white list can touch. */
async function countTogether(
  scene: Scene,
  responses: readonly DraftResponse[],
): Promise<Outcome<readonly CountedResponse[]>> {
  const together: CountedResponse[] = [];
  for (const some of [
    responses.filter(({ isChanged }) => isChanged),
    responses.filter(({ isChanged }) => !isChanged),
  ]) {
    const acting = some.filter(({ actsOnAddress }) => actsOnAddress);
    const [first] = acting;
    if (!first) continue;
    const [before, after] = await Promise.all([
      countUnion(scene, acting, 'before'),
      countUnion(scene, acting, 'after'),
    ]);
    if (!before.ok) return before;
    if (!after.ok) return after;
    together.push({ response: first, before: before.value, after: after.value });
  }
  return { ok: true, value: together };
}

/** Alerts that several of them fire for are counted once. */
function countUnion(scene: Scene, responses: readonly DraftResponse[], side: Side): Promise<Outcome<CountedSide>> {
  const hits = responses.flatMap(({ [side]: firing }) => (firing ? decideVariants(firing.trigger, scene.facts) : []));
  return countHits(scene, [...new Set(hits)], side);
}

/** Runs of all responses: one question, however many responses share a variant. */
async function countAll(scene: Scene, responses: readonly DraftResponse[], side: Side): Promise<Outcome<number>> {
  const decided = responses.flatMap((response) => {
    const firing = response[side];
    return firing ? decideVariants(firing.trigger, scene.facts).map(({ key }) => key) : [];
  });
  if (decided.length === 0) return { ok: true, value: 0 };
  const counted = await count(scene, [...new Set(decided)], side, 0);
  if (!counted.ok) return counted;
  const runs = new Map<string, number>();
  for (const one of counted.value.byTime) runs.set(one.variant, (runs.get(one.variant) ?? 0) + one.runs);
  return { ok: true, value: decided.reduce((sum, key) => sum + (runs.get(key) ?? 0), 0) };
}
