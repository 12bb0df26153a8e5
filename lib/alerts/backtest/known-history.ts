/* The period that somebody asks for, and how much of it a history covers. Pure: the time is given. */
import type { BacktestDays, KnownHistory, NoHistory } from '../../view/backtest.ts';
import type { Coverage, Period } from '../alert-history.ts';

const HOUR = 3_600_000;
export const DAY = 86_400_000;

export const stepOf = (days: BacktestDays): 'hour' | 'day' => (days === 1 ? 'hour' : 'day');

/** Whole buckets up to now, the one that is not over included. */
export function periodOf(days: BacktestDays, now: number): Period {
  const step = days === 1 ? HOUR : DAY;
  const bars = days === 1 ? 24 : days;
  return { from: Math.floor(now / step) * step - (bars - 1) * step, to: now + 1 };
}

/** What is known of the period; or why nothing is. */
export function knownHistory(coverage: Coverage, days: BacktestDays, now: number): KnownHistory | NoHistory {
  const { from, to, source, state, notes } = coverage;
  if (state.kind === 'failed') return { kind: 'failed', failure: state.failure };
  if (from === null) return { kind: 'empty', source, state };
  const period = periodOf(days, now);
  const isShort = from - period.from > DAY / 24;
  const knownDays = isShort ? Math.min(days, Math.max(1, Math.round((period.to - from) / DAY))) : days;
  return { days, period, from: Math.max(from, period.from), knownDays, isShort, source, to, state, notes };
}

export const isKnown = (known: KnownHistory | NoHistory): known is KnownHistory => 'period' in known;
