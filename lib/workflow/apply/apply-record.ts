/*
 * The record of an apply: its steps, its log and how it ended, in the database, so that any page and any later process can
 * tell. Owns the tables applies, apply_steps and apply_log.
 */
import { addAudit } from '../../audit/audit-log.ts';
import { type Database, inTransaction } from '../../state/database.ts';
import type {
  ApplyKind,
  ApplyOutcome,
  ApplyRecord,
  ApplyStep,
  ChangeWords,
  DaemonLight,
  Decision,
  LogLine,
  StepKey,
  StepState,
} from '../../view/apply.ts';

export type { ApplyKind, ApplyOutcome, ApplyRecord, ApplyStep, ChangeWords, DaemonLight, LogLine, StepKey, StepState };

type NewApply = Pick<
  ApplyRecord,
  'person' | 'kind' | 'note' | 'baseSha256' | 'newSha256' | 'restart' | 'changes' | 'sentences' | 'confirmSeconds'
> & {
  /** Without it, the way back brings what was there before. */
  backSha256?: string | null;
};

/** Opens a record with its steps waiting; returns its id. */
export function createApply(database: Database, apply: NewApply, steps: readonly StepKey[]): number {
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO applies (person, kind, note, base_sha256, new_sha256, back_sha256, restart, changes, sentences, confirm_seconds, state, started_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', ?)`,
    )
    .run(
      apply.person,
      apply.kind,
      apply.note,
      apply.baseSha256,
      apply.newSha256,
      apply.backSha256 === undefined ? apply.baseSha256 : apply.backSha256,
      apply.restart ? 1 : 0,
      JSON.stringify(apply.changes),
      JSON.stringify(apply.sentences),
      apply.confirmSeconds,
      Date.now(),
    );
  const id = Number(lastInsertRowid);
  const insert = database.prepare(
    `INSERT INTO apply_steps (apply_id, key, position, state, detail) VALUES (?, ?, ?, 'waiting', '{}')`,
  );
  steps.forEach((key, position) => {
    insert.run(id, key, position);
  });
  return id;
}

export function saveStep(database: Database, id: number, step: ApplyStep): void {
  database
    .prepare(
      'UPDATE apply_steps SET state = ?, detail = ?, started_at = ?, finished_at = ? WHERE apply_id = ? AND key = ?',
    )
    .run(
      step.state,
      JSON.stringify({ text: step.text, daemons: step.daemons, evidence: step.evidence }),
      step.startedAt,
      step.finishedAt,
      id,
      step.key,
    );
}

export function addLog(database: Database, id: number, source: LogLine['source'], text: string): void {
  database
    .prepare(
      `INSERT INTO apply_log (apply_id, seq, source, at, text)
       SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ? FROM apply_log WHERE apply_id = ?`,
    )
    .run(id, source, Date.now(), text.slice(0, 4000), id);
}

/** Ends the record, and says so in the audit log. */
export function finishApply(database: Database, id: number, outcome: ApplyOutcome): void {
  inTransaction(database, () => {
    database
      .prepare(`UPDATE applies SET state = 'finished', outcome = ?, finished_at = ? WHERE id = ?`)
      .run(JSON.stringify(outcome), Date.now(), id);
    const { result, why, message } = outcome;
    addAudit(database, { person: 'riposte', action: 'apply-finished', detail: { apply: id, result, why, message } });
  });
}

type Row = Record<string, unknown>;

function toRecord(row: Row): ApplyRecord {
  return {
    id: Number(row.id),
    person: String(row.person),
    kind: row.kind as ApplyKind,
    note: String(row.note),
    baseSha256: String(row.base_sha256),
    newSha256: String(row.new_sha256),
    backSha256: row.back_sha256 as string | null,
    restart: row.restart === 1,
    changes: JSON.parse(String(row.changes)),
    sentences: JSON.parse(String(row.sentences)),
    confirmSeconds: Number(row.confirm_seconds),
    deadlineAt: row.deadline_at === null ? null : Number(row.deadline_at),
    decision: row.decision as Decision | null,
    decidedBy: row.decided_by as string | null,
    reason: row.reason === null ? null : JSON.parse(String(row.reason)),
    state: row.state as ApplyRecord['state'],
    outcome: row.outcome === null ? null : JSON.parse(String(row.outcome)),
    startedAt: Number(row.started_at),
    finishedAt: row.finished_at === null ? null : Number(row.finished_at),
  };
}

/** The record; null when there is none with this id. */
export function loadApply(database: Database, id: number): ApplyRecord | null {
  const row = database.prepare('SELECT * FROM applies WHERE id = ?').get(id);
  return row ? toRecord(row) : null;
}

/** The latest applies, newest first. */
export function loadApplies(database: Database, limit: number): ApplyRecord[] {
  return database.prepare('SELECT * FROM applies ORDER BY id DESC LIMIT ?').all(limit).map(toRecord);
}

export function loadSteps(database: Database, id: number): ApplyStep[] {
  return database
    .prepare('SELECT * FROM apply_steps WHERE apply_id = ? ORDER BY position')
    .all(id)
    .map((row) => {
      const { text = '', daemons = [], evidence = null } = JSON.parse(String(row.detail));
      return {
        key: row.key as StepKey,
        state: row.state as StepState,
        text,
        daemons,
        evidence,
        startedAt: row.started_at === null ? null : Number(row.started_at),
        finishedAt: row.finished_at === null ? null : Number(row.finished_at),
      };
    });
}

/** The log lines after `seq`, oldest first. */
export function loadLog(database: Database, id: number, seq: number): LogLine[] {
  return database
    .prepare('SELECT seq, source, at, text FROM apply_log WHERE apply_id = ? AND seq > ? ORDER BY seq LIMIT 2000')
    .all(id, seq)
    .map((row) => ({
      seq: Number(row.seq),
      source: row.source as LogLine['source'],
      at: Number(row.at),
      text: String(row.text),
    }));
}

/** Adds a step behind the others; nothing happens when it is there. */
export function addStep(database: Database, id: number, key: StepKey): void {
  database
    .prepare(
      `INSERT INTO apply_steps (apply_id, key, position, state, detail)
       SELECT ?, ?, COALESCE(MAX(position), 0) + 1, 'waiting', '{}' FROM apply_steps WHERE apply_id = ?
       ON CONFLICT DO NOTHING`,
    )
    .run(id, key, id);
}

/** What the way back of an apply was to bring; of one that was itself another try, what that was to bring. */
export const targetOf = ({ backSha256, newSha256 }: ApplyRecord): string => backSha256 ?? newSha256;

/** Why it is being undone. */
export function saveReason(database: Database, id: number, reason: ApplyOutcome): void {
  database.prepare('UPDATE applies SET reason = ? WHERE id = ?').run(JSON.stringify(reason), id);
}

/** How long the last good restarts took, in milliseconds; null before there was one. Clocks that were set are left out. */
export function usualRestartMs(database: Database): number | null {
  const row = database
    .prepare(
      `SELECT AVG(span) AS usual FROM (
         SELECT MAX(s.finished_at) - MIN(s.started_at) AS span FROM applies a JOIN apply_steps s ON s.apply_id = a.id
         WHERE a.state = 'finished' AND json_extract(a.outcome, '$.result') = 'running' AND s.key IN ('restart', 'daemons', 'loaded')
         GROUP BY a.id HAVING span BETWEEN 100 AND 600000 ORDER BY a.id DESC LIMIT 5)`,
    )
    .get();
  return row?.usual ? Math.round(Number(row.usual)) : null;
}
