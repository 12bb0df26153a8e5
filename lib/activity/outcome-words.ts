/* The words for what became of a run: in a row, and behind a number. */
import type { ExecutionOutcome } from './execution.ts';

export const OUTCOME_WORDS: Record<ExecutionOutcome, { one: string; many: string }> = {
  failed: { one: 'Failed', many: 'failed' },
  unseen: { one: 'Expected, not seen', many: 'expected and not seen' },
  permanent: { one: 'Permanent', many: 'permanent' },
  overdue: { one: 'Undo not seen', many: 'without the undo they should have had' },
  running: { one: 'In force', many: 'in force' },
  undone: { one: 'Undone', many: 'undone' },
  done: { one: 'Ran', many: 'ran, nothing to undo' },
};
