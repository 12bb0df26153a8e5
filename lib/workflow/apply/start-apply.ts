/*
 * Starting an apply, a revert or a restart: checks what was reviewed, opens the record, lets the job run on its own. One at
 * a time in this process.
 */
import { loadContent, sha256Of } from '../../history/contents.ts';
import { toBytes } from '../../ossec/byte-text.ts';
import { applyEdits, type Config } from '../../ossec/index.ts';
import { inTransaction } from '../../state/database.ts';
import { fillEmptyDraft, removeFromDraft } from '../applied-draft.ts';
import { plannedChanges } from '../draft-view.ts';
import type { Workspace } from '../workspace.ts';
import {
  type ApplyRecord,
  type ChangeWords,
  createApply,
  endSteps,
  finishApply,
  loadApply,
  type StepKey,
} from './apply-record.ts';
import { runApply } from './run-apply.ts';

export type StartOutcome =
  | { status: 'started'; id: number }
  | { status: 'conflict'; message: string; hint: string }
  | { status: 'refused'; code: string; message: string; hint: string; line: number | null };

const shared = globalThis as { riposteRunningApply?: number | null; riposteSettled?: boolean };

/** The apply that is running in this process, if any. */
export const runningApply = (): number | null => shared.riposteRunningApply ?? null;

const refuse = (code: string, message: string, hint: string): StartOutcome => ({
  status: 'refused',
  code,
  message,
  hint,
  line: null,
});

const busy = () =>
  refuse('apply-running', 'Another apply is still running.', 'Wait for it to end: its page shows how far it is.');

/** The bytes that the draft would write, and their sha256: what Review shows and Apply must match. */
export function plannedFile(
  config: Config,
  { draft }: Pick<Workspace, 'draft'>,
): { bytes: Uint8Array; sha256: string } | null {
  if (!draft?.plan.ok) return null;
  const bytes = toBytes(applyEdits(config.tree.text, draft.plan.edits));
  return { bytes, sha256: sha256Of(bytes) };
}

const WRITE: StepKey[] = ['backup', 'write'];
const RESTART: StepKey[] = ['restart', 'daemons', 'loaded'];

type Reviewed = { baseSha256: string; newSha256: string; restart: boolean; note: string };

/** Applies the person's draft, exactly as reviewed. */
export function startApply(workspace: Workspace, reviewed: Reviewed, sentences: ChangeWords[]): StartOutcome {
  if (runningApply() !== null) return busy();
  const { file, config, draft, person } = workspace;
  if (!file || !config || !draft) return refuse('no-file', 'The configuration cannot be read.', 'Reload the page.');
  const changed = {
    status: 'conflict',
    message: 'ossec.conf or your draft changed since you reviewed it.',
    hint: 'Nothing was written. Review it again.',
  } as const;
  if (file.sha256 !== reviewed.baseSha256 || draft.stale || draft.changes.some(({ conflict }) => conflict !== null))
    return changed;
  const planned = plannedFile(config, workspace);
  if (!planned || planned.sha256 !== reviewed.newSha256) return changed;
  if (!draft.plan.ok || !draft.plan.after.verdict.accepted) {
    return refuse('manager-would-refuse', 'Wazuh would refuse this file.', 'Settle the blockers on Review first.');
  }
  const applied = plannedChanges(draft);
  if (applied.length === 0) return refuse('nothing-to-apply', 'Your draft is empty.', 'Change something first.');
  const changes = applied.map(({ change }) => change);
  const discard = () => removeFromDraft(workspace.database, person, applied);
  return run(workspace, { kind: 'apply', ...reviewed, changes, sentences }, planned.bytes, discard);
}

/** Puts the file back as it was before an apply, restarts, and gives the changes back to the person's draft. */
export function startRevert(workspace: Workspace, applyId: number): StartOutcome {
  if (runningApply() !== null) return busy();
  const { database, file, person } = workspace;
  const apply = loadApply(database, applyId);
  const bytes = apply && loadContent(database, apply.baseSha256);
  if (!apply || !bytes || !file || apply.kind === 'restart')
    return refuse('no-such-apply', 'There is nothing to put back.', 'Reload the page.');
  if (file.sha256 !== apply.newSha256) {
    return {
      status: 'conflict',
      message: 'ossec.conf was changed again since this apply.',
      hint: 'Look at the file before you put an older one back.',
    };
  }
  const giveBack = () => {
    if (apply.kind === 'apply') fillEmptyDraft(database, person, apply);
  };
  const sentences: ChangeWords[] = apply.sentences.map((one) => ({ ...one, title: `Taken back: ${one.title}` }));
  const request = {
    kind: 'revert',
    note: `Put back the file from before apply ${apply.id}`,
    restart: true,
    changes: [],
    sentences,
  } as const;
  return run(
    workspace,
    { ...request, changes: [], baseSha256: file.sha256, newSha256: apply.baseSha256 },
    bytes,
    giveBack,
  );
}

/** Restarts the manager without touching the file. */
export function startRestart(workspace: Workspace): StartOutcome {
  if (runningApply() !== null) return busy();
  const { file, config } = workspace;
  if (!file || !config) return refuse('no-file', 'The configuration cannot be read.', 'Reload the page.');
  if (!config.verdict.accepted) {
    return refuse(
      'manager-would-refuse',
      `Wazuh would refuse this file: ${config.verdict.errors[0] ?? 'it crashes on it'}`,
      'Mend the file first. The manager keeps running as it is.',
    );
  }
  const same = { baseSha256: file.sha256, newSha256: file.sha256 };
  return run(
    workspace,
    { kind: 'restart', note: '', restart: true, changes: [], sentences: [], ...same },
    null,
    () => {},
  );
}

type Request = Pick<ApplyRecord, 'kind' | 'note' | 'restart' | 'changes' | 'sentences' | 'baseSha256' | 'newSha256'>;

function run(workspace: Workspace, request: Request, bytes: Uint8Array | null, onWritten: () => void): StartOutcome {
  const { database, manager, person } = workspace;
  const steps = [...(bytes ? WRITE : []), ...(request.restart ? RESTART : [])];
  const { kind, note, restart, changes, sentences, baseSha256, newSha256 } = request;
  const id = inTransaction(database, () =>
    createApply(
      database,
      { person, kind, note, restart, changes, sentences, baseSha256, newSha256, confirmSeconds: 0 },
      steps,
    ),
  );
  const record = loadApply(database, id) as ApplyRecord;
  shared.riposteRunningApply = id;
  void runApply({ id, manager, database, record, bytes, onWritten }).finally(() => {
    shared.riposteRunningApply = null;
  });
  return { status: 'started', id };
}

/** settleInterrupted, the first time that this process is asked about an apply. */
export function settleInterruptedOnce(database: Workspace['database']): void {
  if (shared.riposteSettled) return;
  shared.riposteSettled = true;
  settleInterrupted(database);
}

/** An apply that a former process left unfinished: told as it is, since nobody watched its end. */
export function settleInterrupted(database: Workspace['database']): void {
  const rows = database.prepare(`SELECT id FROM applies WHERE state = 'running'`).all();
  for (const { id } of rows) {
    if (Number(id) === runningApply()) continue;
    endSteps(database, Number(id), 'Riposte stopped here');
    finishApply(database, Number(id), {
      result: 'interrupted',
      message: 'Riposte stopped in the middle of this apply.',
      hint: 'Overview says what the file and the manager are now.',
      lines: [],
      managerUp: null,
    });
  }
}
