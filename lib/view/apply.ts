/*
 * An apply as data for pages: its steps, its log, how it ended. Plain shapes; who writes them is lib/workflow/apply.
 */
import type { Change } from '../ossec/edit/change.ts';

export type ApplyKind = 'apply' | 'revert' | 'restart';

export const STEP_KEYS = ['backup', 'write', 'restart', 'daemons', 'loaded'] as const;
export type StepKey = (typeof STEP_KEYS)[number];
export type StepState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped';

export type DaemonLight = { name: string; state: 'up' | 'down' | 'starting' };

export type ApplyStep = {
  key: StepKey;
  state: StepState;
  text: string;
  daemons: DaemonLight[];
  startedAt: number | null;
  finishedAt: number | null;
};

export type ApplyResult =
  /** Written, restarted, proved. */
  | 'running'
  /** Written; the manager was not asked to restart. */
  | 'saved'
  /** The file was not touched. */
  | 'not-written'
  /** Written, but the manager does not run with it. */
  | 'failed'
  /** Riposte ended in the middle. */
  | 'interrupted';

export type ApplyOutcome = {
  result: ApplyResult;
  message: string;
  hint: string;
  /** The manager's own lines that say why. */
  lines: string[];
  /** Is the manager up, as far as could be seen at the end. */
  managerUp: boolean | null;
};

export type ChangeWords = { title: string; detail: string; mark: '+' | '~' | '-' };

export type ApplyRecord = {
  id: number;
  person: string;
  kind: ApplyKind;
  note: string;
  baseSha256: string;
  newSha256: string;
  restart: boolean;
  changes: Change[];
  sentences: ChangeWords[];
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
  /** The server's clock, so that elapsed times are right whatever the browser's says. */
  now: number;
};
