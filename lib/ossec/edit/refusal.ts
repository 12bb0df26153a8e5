/*
 * Why a change is refused: a stable code, and words that say what happened and what to do. Nothing is planned when
 * anything is refused.
 */

export const REFUSAL_CODES = [
  'file-not-editable',
  'value-not-carried',
  'empty-value',
  'name-reserved',
  'name-taken',
  'unknown-command',
  'command-in-use',
  'command-below',
  'no-such-command',
  'no-such-response',
  'block-changed',
  'agent-missing',
  'timeout-not-allowed',
  'white-list-entry',
  'no-such-address',
  'block-not-editable',
  'manager-would-refuse',
  'would-silence-others',
  'read-back-differs',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type Refusal = {
  /** Which of the asked changes, counted from 0. */
  change: number;
  code: RefusalCode;
  message: string;
  hint: string;
  /** Line of the file it is about, where there is one. */
  line: number | null;
};

/** Thrown inside the planner and caught at its door: a change that can't be done. Never leaves lib/ossec/edit. */
export class RefusedChange extends Error {
  readonly code: RefusalCode;
  readonly hint: string;
  readonly line: number | null;

  constructor(code: RefusalCode, message: string, hint: string, line: number | null = null) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.line = line;
  }
}
