/*
 * An apply as data for pages: its steps, its log, how it ended. Plain shapes; who writes them is lib/workflow/apply.
 */
import type { Change } from '../ossec/edit/change.ts';

export type ApplyKind = 'apply' | 'revert' | 'restart';

/**
 * In the order in which they stand on the page. The last two are added only when it is undone. `check` is Wazuh's own check
 * of the file in a private copy, before anything is written.
 */
export const STEP_KEYS = [
  'backup',
  'check',
  'write',
  'restart',
  'daemons',
  'loaded',
  'confirm',
  'put-back',
  'restart-again',
] as const;
export type StepKey = (typeof STEP_KEYS)[number];
export type StepState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped';

export type DaemonLight = { name: string; state: 'up' | 'down' | 'starting' };

/** What was seen since the restart, to decide by. On the step `confirm`. */
export type Evidence = {
  /** Connected agents when the apply began, and now; null when they can't be counted. */
  agentsBefore: number | null;
  agentsNow: number | null;
  /** ERROR and CRITICAL lines of the manager's log since the restart was asked for. */
  newErrors: number;
  /** Timed blocks that began since the restart; null when it can't be told, absent in records of older versions. */
  newBlocks?: NewBlocks | null;
};

/** How many, and the last of them. */
export type NewBlocks = { count: number; last: NewBlock[] };

export type NewBlock = {
  command: string;
  /** The agent's name, or its id. */
  agent: string;
  /** Address or user. */
  target: string;
  /** Epoch milliseconds. */
  at: number;
};

export type ApplyStep = {
  key: StepKey;
  state: StepState;
  text: string;
  daemons: DaemonLight[];
  evidence: Evidence | null;
  startedAt: number | null;
  finishedAt: number | null;
};

export type ApplyResult =
  /** Written, restarted, proved; and kept, where somebody was asked. */
  | 'running'
  /** Written; the manager was not asked to restart. */
  | 'saved'
  /** The file was not touched. */
  | 'not-written'
  /** The previous file is back, and the manager is proved to run it. `why` says what made Riposte do so. */
  | 'reverted'
  /** The alarm: the previous file could not be put back, or the manager does not come up with it. `manual` says what to do. */
  | 'revert-failed'
  /** Somebody else changed ossec.conf meanwhile: Riposte put nothing back over it. */
  | 'superseded'
  /** A restart without a change went wrong; there was nothing to put back. */
  | 'failed'
  /** Riposte ended in the middle, and nobody saw how it went on (before version 0.2 only). */
  | 'interrupted';

export type RevertReason =
  /** A step failed, or the manager was not well in time. */
  | 'failed'
  /** Nobody pressed Keep changes in time. */
  | 'not-kept'
  /** Somebody pressed Revert now. */
  | 'by-hand'
  /** Riposte itself stopped in the middle. */
  | 'interrupted';

export type ApplyOutcome = {
  result: ApplyResult;
  message: string;
  hint: string;
  /** The manager's own lines that say why. */
  lines: string[];
  /** Is the manager up, as far as could be seen at the end. */
  managerUp: boolean | null;
  /** With `reverted` and `revert-failed`. */
  why?: RevertReason;
  /** With `revert-failed`: commands for a shell on the manager, in order. */
  manual?: string[];
};

export type ChangeWords = { title: string; detail: string; mark: '+' | '~' | '-' };

export type Decision = 'keep' | 'revert';

export type ApplyRecord = {
  id: number;
  /** Who: a person's id. */
  person: string;
  kind: ApplyKind;
  note: string;
  baseSha256: string;
  newSha256: string;
  /** What the way back brings: the version that ran. Null when there is none: this one is itself a way back. */
  backSha256: string | null;
  restart: boolean;
  changes: Change[];
  sentences: ChangeWords[];
  /** How long somebody has to press Keep changes; 0 when nobody is asked. */
  confirmSeconds: number;
  /** When the time to keep it ends, epoch milliseconds; null before it runs. For words: what counts is remainingMs. */
  deadlineAt: number | null;
  decision: Decision | null;
  decidedBy: string | null;
  /** Why it is being undone, or was. */
  reason: ApplyOutcome | null;
  state: 'running' | 'finished';
  outcome: ApplyOutcome | null;
  startedAt: number;
  finishedAt: number | null;
};

export type LogLine = { seq: number; source: 'riposte' | 'manager'; at: number; text: string };

/** What the page of an apply shows, and what its event stream sends. */
export type ApplySnapshot = {
  apply: Omit<ApplyRecord, 'changes'>;
  steps: ApplyStep[];
  log: LogLine[];
  /** What a restart usually takes, in milliseconds; null before one was measured. */
  usualMs: number | null;
  /** Time left to keep it, told by a clock that nobody sets; null when nobody is asked now. */
  remainingMs: number | null;
  /** The server's clock, so that elapsed times are right whatever the browser's says. */
  now: number;
};

/** What every page shows of the apply that is under way. */
export type RunningApply = {
  id: number;
  kind: ApplyKind;
  person: string;
  phase: 'applying' | 'confirming' | 'undoing';
  remainingMs: number | null;
  /** Of how many seconds `remainingMs` is the rest. */
  confirmSeconds: number;
};

/** A revert that failed and that nobody has put right yet. */
export type Alarm = { applyId: number; message: string; manual: string[] };
