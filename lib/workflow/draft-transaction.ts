/*
 * One change of a draft at a time: the draft is read, changed, planned and stored in one transaction, so that two windows
 * that save at once both keep what they saved. A draft that would not plan is never stored.
 */
import { createHash } from 'node:crypto';
import { saveContent } from '../history/contents.ts';
import { type Change, changeSchema, planChanges, type Refusal } from '../ossec/index.ts';
import { inTransaction } from '../state/database.ts';
import { type Draft, type DraftChange, saveDraft } from './draft.ts';
import { rememberConfirmed } from './guard-all.ts';
import { refuseLimitedDraft } from './limits-check.ts';
import { refreshDraft, type Workspace } from './workspace.ts';

export type DraftOutcome =
  /** `previous` is what an undo brings back, if the draft still has this `revision`. */
  | {
      status: 'saved';
      count: number;
      previous: Change[];
      revision: string;
      message?: string;
      /** Given where `previous` is for another file than the one on disk: then the undo needs this. */
      draft?: DraftSnapshot;
    }
  | { status: 'refused'; code: string; message: string; hint: string; line: number | null };

/** A draft as it was stored, for an undo. */
export type DraftSnapshot = Omit<Draft, 'person' | 'savedAt'>;

export const snapshotOf = ({ person: _, savedAt: __, ...snapshot }: Draft): DraftSnapshot => snapshot;

/** Each change is planned with all others: more than this would be felt by everybody. */
export const MAX_DRAFT_CHANGES = 2000;

export const refused = (
  refusal: Pick<Refusal, 'message' | 'hint' | 'line'> & { code: string },
): Extract<DraftOutcome, { status: 'refused' }> => ({
  status: 'refused',
  code: refusal.code,
  message: refusal.message,
  hint: refusal.hint,
  line: refusal.line,
});

/** Tells one list of changes from another, and where they start from: an undo is for the one it was made for. */
export const revisionOf = (changes: readonly { change: Change }[], restoreSha256: string | null = null): string =>
  createHash('sha256')
    .update(JSON.stringify(changes.map(({ change }) => change)))
    .update(restoreSha256 ?? '')
    .digest('hex')
    .slice(0, 32);

/** The same of the draft as a workspace has it. */
export const revisionIn = ({ draft, restored }: Pick<Workspace, 'draft' | 'restored'>): string =>
  revisionOf(draft?.changes ?? [], restored?.sha256 ?? null);

const inside = new WeakSet<Workspace>();

/** Runs `work` with the draft as it is stored now; nobody else changes it before `work` is done. */
export function withDraft<T>(workspace: Workspace, work: (workspace: Workspace) => T): T {
  if (inside.has(workspace)) return work(workspace);
  return inTransaction(workspace.database, () => {
    const fresh = refreshDraft(workspace);
    inside.add(fresh);
    try {
      return work(fresh);
    } finally {
      inside.delete(fresh);
    }
  });
}

/** What is wrong with the list itself, whatever the file; null when nothing is. */
function problemOf(changes: readonly DraftChange[]): DraftOutcome | null {
  if (changes.length > MAX_DRAFT_CHANGES) {
    const hint = 'Apply what you have first.';
    return refused({ code: 'draft-too-large', message: 'A draft takes 2000 changes.', hint, line: null });
  }
  // What could not be read back would vanish from the draft without a word.
  if (changes.every(({ change }) => changeSchema.safeParse(change).success)) return null;
  return refused({
    code: 'value-not-carried',
    message: 'A value is too long, or not of its kind.',
    hint: 'Shorten it: a name takes at most 250 characters.',
    line: null,
  });
}

/** Stores the changes if they plan against the file as it is. Call it inside withDraft. */
export function storeDraft(workspace: Workspace, changes: readonly DraftChange[]): DraftOutcome {
  const { config, file, database, person, draft, restored } = workspace;
  const restoreSha256 = restored?.sha256 ?? null;
  if (!config || !file) {
    const message = 'The configuration cannot be read.';
    return refused({ code: 'file-not-editable', message, hint: 'Reload the page.', line: null });
  }
  const problem = problemOf(changes);
  if (problem) return problem;
  const plan = planChanges(
    config,
    changes.map(({ change }) => change),
  );
  if (!plan.ok) return refused(plan.refused[0] as Refusal);
  // Taking away is open to everybody: a draft from before the limits must be possible to mend.
  const limited = changes.length < (draft?.changes.length ?? 0) ? null : refuseLimitedDraft(workspace, plan.after);
  if (limited) return limited;
  if (changes.length > 0 || restored) saveContent(database, file.bytes);
  saveDraft(database, { person, baseSha256: file.sha256, changes: [...changes], savedAt: Date.now(), restoreSha256 });
  rememberConfirmed(person, draft?.changes ?? []);
  rememberConfirmed(person, changes);
  const previous = (draft?.changes ?? []).map(({ change }) => change);
  const revision = revisionOf(changes, restoreSha256);
  const isSame = revision === revisionIn(workspace);
  return { status: 'saved', count: changes.length, previous, revision, ...(isSame && { message: 'Nothing changed.' }) };
}
