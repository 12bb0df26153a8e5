/* Addresses of alerts, one row each: the port tells an address apart by the srcip beside it. Pure. */
import type { BacktestSource } from '../../view/backtest.ts';
import type { OwnAddress } from '../../view/own-address.ts';
import type { SourceCount } from '../alert-history.ts';

/** The most that something runs for first, then the most alerts. */
export function mergeSources(counts: readonly SourceCount[], own: readonly OwnAddress[]): BacktestSource[] {
  const ownBy = new Map(own.toReversed().map((one) => [one.address, one]));
  const merged = new Map<string, BacktestSource>();
  for (const { address, srcip, alerts, listed } of counts) {
    const none = { address, alerts: 0, listed: 0, unlistable: 0, own: ownBy.get(address) ?? null };
    const known = merged.get(address) ?? none;
    merged.set(address, {
      ...known,
      alerts: known.alerts + alerts,
      listed: known.listed + (listed ? alerts : 0),
      unlistable: known.unlistable + (srcip === null ? alerts : 0),
    });
  }
  return [...merged.values()].sort((a, b) => b.alerts - b.listed - (a.alerts - a.listed) || b.alerts - a.alerts);
}

/** Those that something would have run against. */
export const struck = (sources: readonly BacktestSource[]): BacktestSource[] =>
  sources.filter(({ alerts, listed }) => alerts > listed);

type Listed = { top: readonly BacktestSource[]; distinct: number };

/** Addresses that are acted on, and apart from them those that the white list holds back every time. */
export function splitSources(
  sources: readonly BacktestSource[],
  distinct: number,
  most: number,
): { sources: Listed; heldBack: Listed } {
  const acted = struck(sources);
  const held = sources.filter(({ alerts, listed }) => alerts === listed);
  return {
    sources: { top: acted.slice(0, most), distinct: Math.max(acted.length, distinct - held.length) },
    heldBack: { top: held.slice(0, most), distinct: held.length },
  };
}
