/*
 * The apply that is under way and the alarm that is on, as every page shows them; and what a person can say to them: keep,
 * revert. From the database alone: any process can tell.
 */
import { addAudit } from '../../audit/audit-log.ts';
import { type Database, inTransaction } from '../../state/database.ts';
import type { Alarm, Decision, RunningApply } from '../../view/apply.ts';
import { loadApply, loadSteps } from './apply-record.ts';
import { remainingMs } from './keep-deadline.ts';

/** The number of the apply that is under way, in whichever process; null when there is none. */
export function runningApply(database: Database): number | null {
  const row = database.prepare(`SELECT id FROM applies WHERE state = 'running'`).get();
  return row ? Number(row.id) : null;
}

/** The apply that is under way; null when there is none. */
export function loadRunningApply(database: Database): RunningApply | null {
  const id = runningApply(database);
  const record = id === null ? null : loadApply(database, id);
  if (!record) return null;
  const { kind, person, confirmSeconds } = record;
  const steps = loadSteps(database, record.id);
  const isUndoing = steps.some(({ key }) => key === 'put-back');
  const isConfirming = steps.some(({ key, state }) => key === 'confirm' && state === 'running');
  const phase = isUndoing ? 'undoing' : isConfirming ? 'confirming' : 'applying';
  const left = phase === 'confirming' ? remainingMs(database, record.id) : null;
  return { id: record.id, kind, person, phase, remainingMs: left, confirmSeconds };
}

/** The failed revert that nobody has put right yet; null when all is well. */
export function loadAlarm(database: Database): Alarm | null {
  const row = database
    .prepare(
      `SELECT id FROM applies WHERE json_extract(outcome, '$.result') = 'revert-failed' AND alarm_settled_at IS NULL
       ORDER BY id DESC LIMIT 1`,
    )
    .get();
  const outcome = row ? loadApply(database, Number(row.id))?.outcome : null;
  return outcome ? { applyId: Number(row?.id), message: outcome.message, manual: outcome.manual ?? [] } : null;
}

/** Ends an alarm: it was put right, or somebody leaves things as they are. False when it was over already. */
export function settleAlarm(database: Database, id: number, person: string): boolean {
  return inTransaction(database, () => {
    const { changes } = database
      .prepare('UPDATE applies SET alarm_settled_at = ? WHERE id = ? AND alarm_settled_at IS NULL')
      .run(Date.now(), id);
    if (changes === 1) addAudit(database, { person, action: 'alarm-settled', detail: { apply: id } });
    return changes === 1;
  });
}

/**
 * Says keep or revert to an apply. False when it is too late: it has ended, is being undone, or somebody has decided. Keep is
 * only for one that waits for it.
 */
export function decide(database: Database, id: number, decision: Decision, person: string): boolean {
  return inTransaction(database, () => {
    const running = loadRunningApply(database);
    if (running?.id !== id || running.phase === 'undoing') return false;
    if (decision === 'keep' && running.phase !== 'confirming') return false;
    const { changes } = database
      .prepare('UPDATE applies SET decision = ?, decided_by = ? WHERE id = ? AND decision IS NULL')
      .run(decision, person, id);
    if (changes === 1) addAudit(database, { person, action: `apply-${decision}`, detail: { apply: id } });
    return changes === 1;
  });
}
