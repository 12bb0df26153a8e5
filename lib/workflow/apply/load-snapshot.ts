/*
 * An apply as its page shows it, from the record alone: any process can tell, whether it runs the apply or not.
 */
import type { Database } from '../../state/database.ts';
import type { ApplySnapshot, ApplyStep } from '../../view/apply.ts';
import { loadApply, loadLog, loadSteps, usualRestartMs } from './apply-record.ts';
import { remainingMs } from './keep-deadline.ts';

/** The apply with the log lines after `seq`; null when there is none with this id. */
export function loadSnapshot(database: Database, id: number, seq = 0): ApplySnapshot | null {
  const record = loadApply(database, id);
  if (!record) return null;
  const { changes: _, ...apply } = record;
  // The log is read after the record: a finished apply has its whole log behind it.
  const steps = loadSteps(database, id);
  return {
    apply,
    steps,
    log: loadLog(database, id, seq),
    usualMs: apply.restart ? usualRestartMs(database) : null,
    remainingMs: isAsking(steps) && apply.state === 'running' ? remainingMs(database, id) : null,
    now: Date.now(),
  };
}

const isAsking = (steps: readonly ApplyStep[]): boolean =>
  steps.some(({ key, state }) => key === 'confirm' && state === 'running');
