/*
 * The apply as a story: keep a copy, write, restart, see the daemons up and staying up, see the responses loaded. Each step
 * is recorded as it happens; leaving the page changes nothing. A step that fails ends the story with the manager's own words.
 */
import { saveContent } from '../../history/contents.ts';
import type { Manager, ManagerFailure } from '../../manager/manager.ts';
import { checkConfig } from '../../ossec/index.ts';
import type { Database } from '../../state/database.ts';
import { type ApplyOutcome, type ApplyRecord, addLog, finishApply } from './apply-record.ts';
import { restartManager } from './restart-manager.ts';
import { StepFailed } from './step-failed.ts';
import { StepLog } from './step-log.ts';

export type ApplyJob = {
  id: number;
  manager: Manager;
  database: Database;
  record: ApplyRecord;
  /** The new file; null for a restart without a change. */
  bytes: Uint8Array | null;
  /** Called once the file is written. */
  onWritten: () => void;
};

/** Runs the job to its end. Never rejects: what goes wrong is recorded, and where that fails, said on standard error. */
export async function runApply(job: ApplyJob): Promise<void> {
  try {
    await runToItsEnd(job);
  } catch (thrown) {
    // The record stays open and is settled when somebody looks at it.
    sayUnexpected(thrown, job.id);
  }
}

async function runToItsEnd(job: ApplyJob): Promise<void> {
  const steps = new StepLog(job.database, job.id);
  let outcome: ApplyOutcome;
  try {
    outcome = await runSteps(job, steps);
  } catch (thrown) {
    outcome = thrown instanceof StepFailed ? thrown.outcome : unexpected(thrown, job.id);
    steps.failCurrent(outcome.message);
  }
  steps.skipRest();
  addLog(job.database, job.id, 'riposte', outcome.message);
  finishApply(job.database, job.id, outcome);
}

function sayUnexpected(thrown: unknown, id: number): void {
  const words = thrown instanceof Error ? thrown.stack : String(thrown);
  process.stderr.write(`riposte: apply ${id} failed unexpectedly: ${words}\n`);
}

function unexpected(thrown: unknown, id: number): ApplyOutcome {
  // The text of an unknown error stays in the server's log.
  sayUnexpected(thrown, id);
  return {
    result: 'failed',
    message: `Riposte failed on its own side (apply ${id}).`,
    hint: 'The server log has the reason under this number. Look at the manager before you try again.',
    lines: [],
    managerUp: null,
  };
}

async function runSteps(job: ApplyJob, steps: StepLog): Promise<ApplyOutcome> {
  if (job.bytes) {
    await writeFile(job, job.bytes, steps);
    job.onWritten();
    if (!job.record.restart) {
      return {
        result: 'saved',
        message: 'The file is written. The manager still runs the previous configuration.',
        hint: 'Changes take effect when the manager restarts.',
        lines: [],
        managerUp: null,
      };
    }
  }
  return restartManager(job, steps);
}

async function writeFile(job: ApplyJob, bytes: Uint8Array, steps: StepLog): Promise<void> {
  const { manager, database, record } = job;
  steps.start('backup');
  const before = await manager.loadConfig();
  if (!before.ok) throw notWritten(before.failure.message, before.failure.hint);
  saveContent(database, before.value.bytes);
  saveContent(database, bytes);
  steps.finish('Kept by Riposte and can be put back');
  addLog(database, job.id, 'riposte', 'Kept a copy of the file as it was');
  steps.start('write');
  if (!checkConfig(bytes).accepted) {
    throw notWritten(
      'Wazuh would refuse this file. It was not written.',
      'Go back to Review: the finding marked Blocker says why.',
    );
  }
  const saved = await manager.saveConfig({ bytes, expectedSha256: record.baseSha256 });
  if (!saved.ok) {
    throw saved.conflict
      ? notWritten(
          'ossec.conf changed while you were reviewing it. It was not written.',
          'Your draft is kept. Review shows what the other party changed.',
        )
      : await notSaved(job, saved.failure);
  }
  const mode = `0${(saved.mode & 0o7777).toString(8)}`;
  const { configPath } = await manager.identify();
  addLog(database, job.id, 'riposte', `Wrote ${configPath} (${saved.owner}, ${mode})`);
  steps.finish(
    saved.inPlace
      ? `Written in place to keep the owner: ${saved.owner}, ${mode}`
      : `Same owner and mode: ${saved.owner}, ${mode}`,
  );
}

const notWritten = (message: string, hint: string) =>
  new StepFailed({ result: 'not-written', message, hint, lines: [], managerUp: null });

/** Failing half-way through a file that can't be replaced may leave neither the old nor the new one. */
async function notSaved({ manager, record }: ApplyJob, { message, hint }: ManagerFailure): Promise<StepFailed> {
  const now = await manager.loadConfig();
  if (now.ok && now.value.sha256 === record.baseSha256) return notWritten(message, hint);
  return new StepFailed({ result: 'failed', message, hint, lines: [], managerUp: null });
}
