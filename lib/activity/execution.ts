/* What became of a run, as plain data for pages. */

/** In the order of how much they need somebody. */
export const OUTCOMES = ['failed', 'unseen', 'permanent', 'overdue', 'running', 'undone', 'done'] as const;
/**
 * failed: it had no effect, as far as is known. unseen: expected, and no report came. permanent: nothing will undo it.
 * overdue: its time is over and no undo was reported. running: in force. done: it ran and has nothing to undo.
 */
export type ExecutionOutcome = (typeof OUTCOMES)[number];

export type Execution = {
  /** Stays the same while more is read. */
  key: string;
  outcome: ExecutionOutcome;
  agentId: string;
  agentName: string;
  script: string | null;
  target: string | null;
  /** Epoch milliseconds; for what was expected, the time of the alert. Null: before what is known. */
  startedAt: number | null;
  /** When an undo was reported. */
  endedAt: number | null;
  /** When it is undone, or was to be; null when that is not known or never. */
  dueAt: number | null;
  renewals: number;
  /** Every alert that set it off or renewed it; the first one is the cause. */
  causeIds: readonly string[];
  cause: { id: string | null; ruleId: number | null; description: string | null; agentId: string | null };
  /** The block of the file that runs it, "r3"; null when none or several could be meant. */
  response: string | null;
  /** The command of the response, or the script. */
  command: string;
  /** Why it is what it is, in a sentence; null when the outcome says it all. */
  why: string | null;
  /** `why` has the script's own words. */
  said: string | null;
};
