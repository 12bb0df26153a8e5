/*
 * Decides which days go: those older than asked for, and the oldest when the index is too large. Pure.
 */
import type { Log } from '../store/segments.ts';
import { dayOf } from './log-name.ts';

/** Logs whose last alert or name is before the day. */
export function logsBefore(
  logs: Iterable<Log>,
  { day, lastAt }: { day: string; lastAt: (log: number) => number | null },
): Log[] {
  return [...logs].filter((log) => {
    const last = lastAt(log.log);
    const named = dayOf(log.name) ?? (last === null ? null : new Date(last).toISOString().slice(0, 10));
    return log.ended && named !== null && named < day;
  });
}

/** The oldest day that is over; null when there is only one. */
export function oldestDay(logs: Iterable<Log>): string | null {
  const days = [...new Set([...logs].flatMap(({ name }) => dayOf(name) ?? []))].sort();
  return days.length > 1 ? (days[0] ?? null) : null;
}
