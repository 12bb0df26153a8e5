/*
 * Starting an apply, a revert or a restart: checks what was reviewed, keeps the bytes, opens the record, lets the job run on
 * its own. One at a time, whichever process asks.
 */
import { addAudit } from '../../audit/audit-log.ts';
import { loadContent, saveContent, sha256Of } from '../../history/contents.ts';
import { isTornWrite } from '../../manager/torn-write.ts';
import { toBytes } from '../../ossec/byte-text.ts';
import { applyEdits, type Config } from '../../ossec/index.ts';
import { inTransaction } from '../../state/database.ts';
import { refuseStart } from '../approvals-gate.ts';
import { plannedChanges } from '../draft-view.ts';
import type { Workspace } from '../workspace.ts';
import { openJob } from './apply-job.ts';
import { tryApplyLock } from './apply-lock.ts';
import { type ApplyRecord, type ChangeWords, createApply, loadApply, type StepKey, targetOf } from './apply-record.ts';
import { analysisdOf, loadedBy } from './manager-starts.ts';
import { runApply } from './run-apply.ts';
import { runningApply } from './running-apply.ts';
import { secondsFrom } from './seconds-from.ts';

export type StartOutcome =
  | { status: 'started'; id: number }
  | { status: 'conflict'; message: string; hint: string }
  | { status: 'refused'; code: string; message: string; hint: string; line: number | null };

const refuse = (code: string, message: string, hint: string): StartOutcome => ({
  status: 'refused',
  code,
  message,
  hint,
  line: null,
});

const busy = () =>
  refuse('apply-running', 'Another apply is still running.', 'Wait for it to end: its page shows how far it is.');

/** How long somebody has to keep what a restart made the manager read, when nothing else was said. */
export const KEEP_SECONDS = 120;

/** The bytes that the draft would write, and their sha256: what Review shows and Apply must match. */
export function plannedFile(
  config: Config,
  { draft }: Pick<Workspace, 'draft'>,
): { bytes: Uint8Array; sha256: string } | null {
  if (!draft?.plan.ok) return null;
  const bytes = toBytes(applyEdits(config.tree.text, draft.plan.edits));
  return { bytes, sha256: sha256Of(bytes) };
}

const WRITE: StepKey[] = ['backup', 'check', 'write'];
const RESTART: StepKey[] = ['restart', 'daemons', 'loaded'];

type Reviewed = { baseSha256: string; newSha256: string; restart: boolean; note: string; confirmSeconds: number };

/** Applies the person's draft, exactly as reviewed. */
export async function startApply(
  workspace: Workspace,
  reviewed: Reviewed,
  sentences: ChangeWords[],
): Promise<StartOutcome> {
  if (runningApply(workspace.database) !== null) return busy();
  const { file, config, draft } = workspace;
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
  if (planned.sha256 === file.sha256)
    return refuse('nothing-to-apply', 'Your draft changes nothing.', 'Change something first.');
  const changes = plannedChanges(draft).map(({ change }) => change);
  const ran = await runningVersion(workspace);
  // What ran is what comes: then what was on the disk is all there is to go back to.
  const backSha256 = ran === null || ran === planned.sha256 ? file.sha256 : ran;
  return run(workspace, { kind: 'apply', ...reviewed, backSha256, changes, sentences }, planned.bytes);
}

/** The version that the manager runs, if Riposte knows it and has its bytes: a file that never ran is no way back. */
async function runningVersion({ database, manager }: Workspace): Promise<string | null> {
  const analysisd = analysisdOf(await manager.loadDaemons());
  const loaded = analysisd?.running ? loadedBy(database, analysisd) : null;
  return loaded !== null && loadContent(database, loaded) ? loaded : null;
}

/**
 * Puts the file back as it was before an apply, restarts, and gives the changes back to the person's draft. `again` tries a
 * way back once more that failed: it has none of its own, and mends what its write left half done.
 */
export async function startRevert(workspace: Workspace, applyId: number, again = false): Promise<StartOutcome> {
  const { database, file } = workspace;
  if (runningApply(database) !== null) return busy();
  const apply = loadApply(database, applyId);
  const newSha256 = apply && (again ? targetOf(apply) : apply.baseSha256);
  const bytes = newSha256 && loadContent(database, newSha256);
  if (!apply || !newSha256 || !bytes || !file || (apply.kind === 'restart' && !again))
    return refuse('no-such-apply', 'There is nothing to put back.', 'Reload the page.');
  if (file.sha256 !== apply.newSha256 && !(again && isOurs(workspace, apply))) {
    return {
      status: 'conflict',
      message: 'ossec.conf was changed again after this apply.',
      hint: 'Look at the file before you put an older one back.',
    };
  }
  const sentences: ChangeWords[] = apply.sentences.map((one) => ({ ...one, title: `Taken back: ${one.title}` }));
  const ran = await runningVersion(workspace);
  const backSha256 = again ? null : ran === null || ran === newSha256 ? file.sha256 : ran;
  const files = { baseSha256: file.sha256, newSha256, backSha256 };
  const note = `Put back the file from before apply ${apply.id}`;
  // Going back to what ran before is the safe side: nobody has to keep it.
  return run(
    workspace,
    { kind: 'revert', note, restart: true, changes: [], sentences, ...files, confirmSeconds: 0 },
    bytes,
  );
}

/** A version of an apply whose way back failed, or a write of it that stopped half-way: nobody else's file. */
function isOurs({ database, file }: Workspace, { baseSha256, newSha256, backSha256, outcome }: ApplyRecord): boolean {
  if (!file || outcome?.result !== 'revert-failed') return false;
  const shas = [...new Set([baseSha256, newSha256, backSha256 ?? newSha256])];
  if (shas.includes(file.sha256)) return true;
  const versions = shas.flatMap((sha256) => loadContent(database, sha256) ?? []);
  return versions.some((from) => versions.some((to) => from !== to && isTornWrite(file.bytes, from, to)));
}

/**
 * Restarts the manager with the file as it is. When that is another file than the one that runs, it is an apply in all but
 * the writing: the one that ran comes back when it goes wrong or when nobody keeps it.
 */
export async function startRestart(workspace: Workspace, confirmSeconds = KEEP_SECONDS): Promise<StartOutcome> {
  const { file, config, database } = workspace;
  if (runningApply(database) !== null) return busy();
  if (!file || !config) return refuse('no-file', 'The configuration cannot be read.', 'Reload the page.');
  if (!config.verdict.accepted) {
    return refuse(
      'manager-would-refuse',
      `Wazuh would refuse this file: ${config.verdict.errors[0] ?? 'it crashes on it'}`,
      'Mend the file first. The manager keeps running as it is.',
    );
  }
  const baseSha256 = (await runningVersion(workspace)) ?? file.sha256;
  const files = { baseSha256, newSha256: file.sha256, backSha256: baseSha256 };
  const asked = baseSha256 === file.sha256 ? 0 : confirmSeconds;
  return run(
    workspace,
    { kind: 'restart', note: '', restart: true, changes: [], sentences: [], ...files, confirmSeconds: asked },
    file.bytes,
  );
}

/** Restarts with the file as it is, whatever ran before: it is the version of a way back that failed. */
export function startPlainRestart(workspace: Workspace): StartOutcome {
  const { file, database } = workspace;
  if (runningApply(database) !== null) return busy();
  if (!file) return refuse('no-file', 'The configuration cannot be read.', 'Reload the page.');
  const files = { baseSha256: file.sha256, newSha256: file.sha256, backSha256: null };
  const nothing = { note: '', changes: [], sentences: [], confirmSeconds: 0 };
  return run(workspace, { kind: 'restart', restart: true, ...nothing, ...files }, file.bytes);
}

type Request = Omit<
  ApplyRecord,
  | 'id'
  | 'person'
  | 'state'
  | 'outcome'
  | 'startedAt'
  | 'finishedAt'
  | 'deadlineAt'
  | 'decision'
  | 'decidedBy'
  | 'reason'
>;

/** RIPOSTE_KEEP_SECONDS shortens or lengthens every time to keep, for tests and for those who want it so. */
function keepSeconds({ restart, confirmSeconds }: Request): number {
  if (!restart || confirmSeconds <= 0) return 0;
  return secondsFrom(process.env.RIPOSTE_KEEP_SECONDS, confirmSeconds);
}

function run(workspace: Workspace, request: Request, bytes: Uint8Array): StartOutcome {
  const { database, manager, file } = workspace;
  const lock = tryApplyLock(database);
  if (!lock) return busy();
  try {
    const id = inTransaction(database, () => refuseStart(workspace, request, bytes) ?? open(workspace, request, bytes));
    if (typeof id !== 'number') {
      lock.release();
      return id;
    }
    const job = openJob({ manager, database }, id);
    void runApply(job).finally(() => lock.release());
    return { status: 'started', id };
  } catch (thrown) {
    lock.release();
    if (file && runningApply(database) !== null) return busy();
    throw thrown;
  }
}

/** The record and the bytes of both versions: all that a later process needs. */
function open({ database, person, file }: Workspace, request: Request, bytes: Uint8Array): number {
  const confirmSeconds = keepSeconds(request);
  if (file) saveContent(database, file.bytes);
  saveContent(database, bytes);
  const steps = [...(request.kind === 'restart' ? [] : WRITE), ...(request.restart ? RESTART : [])];
  if (confirmSeconds > 0) steps.push('confirm');
  const id = createApply(database, { ...request, person, confirmSeconds }, steps);
  const { kind, note, baseSha256, newSha256 } = request;
  const detail = { apply: id, kind, note, baseSha256, newSha256, confirmSeconds };
  addAudit(database, { person, action: `${kind}-started`, detail });
  return id;
}
