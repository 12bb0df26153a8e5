/* What was counted for each changed response of a draft, added up for pages. Pure. */
import { rulesSettingOff } from '../../ossec/trigger/rules-setting-off.ts';
import type { BacktestSource, ChangedBacktest, DraftBacktest } from '../../view/backtest.ts';
import type { SourceCount } from '../alert-history.ts';
import type { CountedResponse, CountedSide, DraftSetting, FiringResponse, Side } from './backtest-draft.ts';
import { backtestLimits } from './backtest-limits.ts';
import { runsByRule } from './backtest-response.ts';
import { mergeSources, splitSources, struck } from './merge-sources.ts';

type Sums = Omit<DraftBacktest, 'kind' | 'known' | 'total' | 'left'>;

const SHOWN = 10;

/** `others` are not told apart: only our own addresses among their hits are named. */
export function viewDraftCounts(
  counted: readonly CountedResponse[],
  others: readonly CountedResponse[],
  setting: DraftSetting,
): Sums {
  const acting = counted.filter(({ response }) => response.actsOnAddress);
  const sources = mergeSources(
    acting.flatMap(({ after }) => after.counts?.sources.top ?? []),
    setting.own,
  );
  // Where not all are named, the port's number is the best there is: it counts pairs of address and srcip.
  const cut = acting.flatMap(({ after: { counts } }) =>
    counts && counts.sources.top.length < counts.sources.distinct ? counts.sources.distinct : [],
  );
  const distinct = Math.max(sources.length, ...cut);
  return {
    byTime: daysOf(counted),
    changed: counted.map((one) => changedOf(one, setting)),
    agents: agentsOf(counted),
    ...splitSources(sources, distinct, SHOWN),
    own: ownOf([...acting, ...others], setting),
    limits: backtestLimits({
      bound: [...new Set(counted.flatMap(({ response: { after } }) => boundBy(after, setting)))],
      hits: counted.flatMap(({ after }) => (after.counts ? runsByRule(after.hits, after.counts) : [])),
      byId: setting.rules.byId,
      logLevel: setting.logLevel,
      note: counted.map(({ after }) => after.counts?.note ?? null).find((note) => note !== null) ?? null,
    }),
  };
}

const ownOf = (counted: readonly CountedResponse[], { own }: DraftSetting): BacktestSource[] => {
  const acting = counted.filter(({ response }) => response.actsOnAddress);
  return struck(mergeSources(acting.flatMap(ownHits), own));
};

/** Of a response that only the white list touches: the addresses that lose its protection. */
function ownHits({ response, before, after }: CountedResponse): readonly SourceCount[] {
  const hits = after.counts?.sources.own ?? [];
  if (response.isChanged) return hits;
  const spared = new Set(before.counts?.sources.own.filter(({ listed }) => listed).map(({ srcip }) => srcip));
  return hits.filter(({ listed, srcip }) => !listed && srcip !== null && spared.has(srcip));
}

const boundBy = (firing: FiringResponse | null, { rules }: DraftSetting) =>
  firing ? rulesSettingOff(firing.trigger, rules.rules) : [];

function changedOf(counted: CountedResponse, setting: DraftSetting): ChangedBacktest {
  const { response, before, after } = counted;
  return {
    key: response.key,
    title: response.title,
    trigger: response.words,
    before: before.runs,
    after: after.runs,
    agentsEach: { before: response.before?.agentsEach ?? 1, after: response.after?.agentsEach ?? 1 },
    own: ownOf([counted], setting),
    whiteListOnly: !response.isChanged,
  };
}

function daysOf(counted: readonly CountedResponse[]): DraftBacktest['byTime'] {
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

function agentsOf(counted: readonly CountedResponse[]): DraftBacktest['agents'] {
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
