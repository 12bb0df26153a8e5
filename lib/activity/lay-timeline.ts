/*
 * Owns where executions stand on a timeline: a lane an agent or a response, what overlaps on lines below one another. Pure.
 */
import { isInForce } from './ask-activity.ts';
import type { Execution } from './execution.ts';

type Period = { from: number; to: number };
export type LaidMark = { execution: Execution; x: number; width: number; row: number; openEnd: boolean };
export type Lane = { key: string; label: string; rows: number; marks: LaidMark[] };

/** More than so many lines would be a carpet: what is too much is drawn over the last one. */
const MAX_ROWS = 5;
/** So that neighbours can be told apart, in percent of the width. */
const GAP = 0.6;
const POINT = 1;

const POINTS = ['failed', 'unseen', 'done'];

export type LaneOf = (execution: Execution) => { key: string; label: string };

/** The busiest lane first. `now` is where blocks in force end. */
export function layTimeline(executions: readonly Execution[], period: Period, laneOf: LaneOf, now: number): Lane[] {
  const lanes = new Map<string, Lane>();
  const ends = new Map<string, number[]>();
  const scale = (at: number) => Math.min(100, Math.max(0, ((at - period.from) / (period.to - period.from)) * 100));
  const byStart = executions.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
  for (const execution of byStart) {
    const { key, label } = laneOf(execution);
    const lane = lanes.get(key) ?? { key, label, rows: 1, marks: [] };
    lanes.set(key, lane);
    const start = scale(execution.startedAt ?? period.from);
    const end = scale(endOf(execution, now));
    const width = POINTS.includes(execution.outcome) ? 0 : Math.max(0.3, end - start);
    const rows = ends.get(key) ?? [];
    ends.set(key, rows);
    const free = rows.findIndex((taken) => taken + GAP <= start);
    const row = free >= 0 ? free : Math.min(rows.length, MAX_ROWS - 1);
    rows[row] = Math.max(rows[row] ?? 0, start + Math.max(width, POINT));
    lane.rows = Math.max(lane.rows, row + 1);
    const openEnd = execution.outcome === 'permanent' || (execution.outcome === 'running' && period.to >= now);
    lane.marks.push({ execution, x: start, width, row, openEnd });
  }
  return [...lanes.values()].sort((a, b) => b.marks.length - a.marks.length || (a.label < b.label ? -1 : 1));
}

const endOf = (execution: Execution, now: number): number =>
  isInForce(execution) ? now : (execution.endedAt ?? execution.dueAt ?? execution.startedAt ?? now);

const HOUR = 3_600_000;
const STEPS = [1, 2, 3, 6, 12, 24, 48, 120, 240, 720].map((hours) => hours * HOUR);
const MOST_TICKS = 8;

/** Where the axis is labelled: whole hours or midnights of the server's zone. `isDays`: the labels are days. */
export function timelineTicks({ from, to }: Period): { at: number; x: number; isDays: boolean }[] {
  const days = Math.ceil((to - from) / MOST_TICKS / (24 * HOUR));
  const step = STEPS.find((one) => (to - from) / one <= MOST_TICKS) ?? days * 24 * HOUR;
  const start = new Date(from);
  start.setHours(0, 0, 0, 0);
  const ticks: { at: number; x: number; isDays: boolean }[] = [];
  const isDays = step >= 24 * HOUR;
  // Not every day has 24 hours.
  const next = (at: number) => (isDays ? new Date(at).setDate(new Date(at).getDate() + step / (24 * HOUR)) : at + step);
  for (let at = start.getTime(); at < to; at = next(at)) {
    if (at >= from) ticks.push({ at, x: ((at - from) / (to - from)) * 100, isDays });
  }
  return ticks;
}
