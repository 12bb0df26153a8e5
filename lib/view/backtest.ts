/*
 * What past alerts say of a response, and of a draft, as pages show it. Plain data. Every number is of `known.period`, and of
 * no more of it than `known` says.
 */
import type { AgentCount, Coverage, Peak, Period } from '../alerts/alert-history.ts';
import type { ManagerFailure } from '../manager/manager.ts';
import type { OwnAddress } from './own-address.ts';

/** The periods one can choose, in days. */
export const BACKTEST_DAYS = [1, 7, 30] as const;
export type BacktestDays = (typeof BACKTEST_DAYS)[number];

/** How much of the period asked for the history covers. */
export type KnownHistory = {
  days: BacktestDays;
  period: Period;
  /** Where the known part of the period begins. */
  from: number;
  /** The part of the period that has alerts, in whole days, at least 1; as many as asked for when all of it is known. */
  knownDays: number;
  /** The history begins within the period. */
  isShort: boolean;
  source: Coverage['source'];
  /** Time of the newest alert. */
  to: number | null;
  state: Coverage['state'];
  notes: readonly string[];
};

/** There is nothing to count in: no alert at all, or nobody can read them. */
export type NoHistory =
  | { kind: 'empty'; source: Coverage['source']; state: Coverage['state'] }
  | { kind: 'failed'; failure: ManagerFailure };

export type BacktestRule = { id: number; level: number; description: string; alerts: number; runs: number };

/** An address that alerts name, and how often the response would have acted on it. */
export type BacktestSource = {
  address: string;
  alerts: number;
  /** Of `alerts`: the white list covers them, nothing runs. */
  listed: number;
  /** Of `alerts`: Windows events without a srcip. No white list covers them. */
  unlistable: number;
  own: OwnAddress | null;
};

/** What numbers cannot show, in words. */
export type BacktestLimit = { key: 'unlogged' | 'self-feeding' | 'gone' | 'inexact'; title: string; detail: string };

export type Backtest = {
  kind: 'known';
  known: KnownHistory;
  step: 'hour' | 'day';
  /** Alerts that match, whether or not something runs for them. */
  alerts: number;
  runs: number;
  /** Nothing runs: the white list covers the address; the manager refuses odd characters. */
  listed: number;
  refused: number;
  /** Of the runs: those without what the command needs. Null when it needs nothing. */
  lacking: { field: 'srcip' | 'dstuser'; runs: number } | null;
  /** Buckets with runs, in order. */
  byTime: readonly { at: number; ruleId: number; runs: number }[];
  /** By runs. */
  rules: readonly BacktestRule[];
  agents: { top: readonly AgentCount[]; distinct: number };
  /** Those it acts on at least once, and those that the white list holds back every time. */
  sources: { top: readonly BacktestSource[]; distinct: number };
  heldBack: { top: readonly BacktestSource[]; distinct: number };
  users: { top: readonly { user: string; alerts: number }[]; distinct: number };
  /** Ours, whatever the white list says of them. */
  own: readonly BacktestSource[];
  busiestMinute: { at: number; runs: number } | null;
  /** Null when it was not asked for, or nothing has a target. */
  peak: Peak;
  /** How many agents run it for one alert. */
  agentsEach: number;
  /** Alerts of the period by level, whatever sets the response off: levels[5]. */
  levels: readonly number[];
  limits: readonly BacktestLimit[];
};

export type BacktestAnswer = Backtest | NoHistory;

/** A response that the draft or its white list changes the runs of, by the words that name it. */
export type ChangedBacktest = {
  key: string;
  title: string;
  trigger: string;
  before: number;
  after: number;
  agentsEach: { before: number; after: number };
  /** Of the response as the draft leaves it: our own addresses that nothing spares. */
  own: readonly BacktestSource[];
  /** The response stays as it is; `own` are the addresses that the white list no longer spares. */
  whiteListOnly: boolean;
};

export type DraftBacktest = {
  kind: 'known';
  known: KnownHistory;
  /** Runs of all changed responses by day. */
  byTime: readonly { at: number; before: number; after: number }[];
  changed: readonly ChangedBacktest[];
  /** More that are changed, or may be touched by the white list, and are not counted one by one. */
  left: number;
  /** Runs of all responses of the file. */
  total: { before: number; after: number };
  /** Of what the changed responses run for, as the draft leaves them. */
  agents: readonly { id: string; name: string; before: number; after: number }[];
  /** Those it acts on at least once, and those that the white list holds back every time. */
  sources: { top: readonly BacktestSource[]; distinct: number };
  heldBack: { top: readonly BacktestSource[]; distinct: number };
  own: readonly BacktestSource[];
  limits: readonly BacktestLimit[];
};

export type DraftBacktestAnswer = DraftBacktest | NoHistory;
