/*
 * A response as a row of a list: before and after the draft, its state in one word, and why. Plain data.
 */
import type { Finding, ResponseFacts } from '../ossec/findings/finding.ts';

/** "never": valid, but no alert sets it off. "new": only in the draft so far. */
export type RowState = 'active' | 'disabled' | 'never' | 'broken' | 'new';

export type RowMark = '+' | '~' | '-' | null;

export type ResponseRow = {
  /** `r3` a block of the file, `c0` one inside a comment, `d-<change id>` one that exists only in the draft. */
  key: string;
  mark: RowMark;
  /** The changes of the draft that concern it: taking them back restores the row. */
  changeIds: string[];
  before: ResponseFacts | null;
  after: ResponseFacts | null;
  /** Of the command it runs; null when there is no such command. */
  executable: string | null;
  timeoutAllowed: boolean;
  agentName: string | null;
  state: RowState;
  /** The reason for the state, in a few words. */
  reason: string | null;
  line: number | null;
  fingerprint: string | null;
  findings: Finding[];
};

/** Past alerts of the last 7 days that would have set each row off, day by day, the oldest first; null: it is never sent. */
export type RowRuns = { byKey: Record<string, number[] | null>; knownDays: number; isShort: boolean };

/** The facts to show: after the draft, or before it for one that goes. */
export const shownFacts = (row: ResponseRow): ResponseFacts => (row.after ?? row.before) as ResponseFacts;
