/*
 * What really ran, as the activity page and its parts show it. Plain data: times are already words, in the server's zone.
 */
import type { ExecutionOutcome } from '../activity/execution.ts';
import type { LiftStep } from '../activity/lift-block.ts';

export const PERIODS = ['24h', '7d', '30d', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** What the address of the page says; empty for what it does not say. */
export type ActivityQuery = {
  period: PeriodName;
  /** Days, for period own: "2026-07-20". */
  from: string;
  to: string;
  response: string;
  agent: string;
  outcome: ExecutionOutcome | '';
  q: string;
  sort: 'newest' | 'oldest';
  /** What a lane of the timeline is. */
  by: 'agent' | 'response';
};

export type ActivityRow = {
  key: string;
  outcome: ExecutionOutcome;
  /** "today 14:28"; null when it began before what is known. */
  when: string | null;
  /** "3 h ago" */
  ago: string;
  iso: string | null;
  /** How long it was in force, or is to be. */
  lasted: string | null;
  agentId: string;
  agentName: string;
  command: string;
  script: string;
  target: string | null;
  renewals: number;
  /** The form of the response; null when none or several could be meant. */
  responseHref: string | null;
  rule: string;
  alertHref: string | null;
  traceHref: string | null;
  why: string | null;
  said: string | null;
};

export type TimelineMark = {
  key: string;
  outcome: ExecutionOutcome;
  /** In percent of the width. A mark without a length is a point. */
  x: number;
  width: number;
  /** Which line of the lane it is drawn on. */
  row: number;
  openEnd: boolean;
  words: string;
  href: string | null;
};
export type TimelineLane = {
  key: string;
  label: string;
  rows: number;
  marks: TimelineMark[];
  counts: Partial<Record<ExecutionOutcome, number>>;
};
export type Timeline = {
  /** The plot in a sentence. */
  label: string;
  lanes: TimelineLane[];
  /** Lanes that are not drawn. */
  hidden: number;
  ticks: { x: number; label: string }[];
  counts: { outcome: ExecutionOutcome; count: number }[];
};

/** The same block on several hosts. */
export type ActiveBlock = {
  key: string;
  target: string;
  script: string;
  /** "On 3 hosts: web-01, web-02 and db-01" */
  where: string;
  since: string;
  /** Until the last of them ends; null when that is not known, or never. */
  remainingMs: number | null;
  permanent: boolean;
  why: string | null;
  /** How to lift it, by kind of host. */
  lifts: { hosts: string; steps: readonly LiftStep[]; note: string | null }[];
  /** The call that lifts it with the companion script; null where that can't. */
  call: string | null;
  alertHref: string | null;
};

/** The soonest end first; `more`: not among them. */
export type ActiveBlocks = { blocks: ActiveBlock[]; more: number };

export type TroubleRow = {
  key: string;
  agentName: string;
  script: string;
  /** "12 expected and not seen, 2 failed, 6 fine" */
  counts: string;
  why: string | null;
  said: string | null;
  href: string;
};
