/*
 * A whole older version into the draft: as changes where changes can say it to the byte, else as the version that the draft
 * starts from. The manager is not touched; the draft of before is set aside.
 */
import { randomUUID } from 'node:crypto';
import { addAudit } from '../../audit/audit-log.ts';
import { saveContent } from '../../history/contents.ts';
import type { Revision } from '../../history/revisions.ts';
import { compareConfigs } from '../../ossec/compare/compare-configs.ts';
import { type Change, type Config, planChanges } from '../../ossec/index.ts';
import { loadDraft, saveDraft } from '../draft.ts';
import { type DraftOutcome, MAX_DRAFT_CHANGES, refused, revisionOf, withDraft } from '../draft-transaction.ts';
import { refuseLimitedVersion } from '../limits-check.ts';
import { inOrder } from '../merge-change.ts';
import { loadParsed, onDiskOf, type Workspace } from '../workspace.ts';
import { setAside } from './set-aside.ts';

export type RestoreOutcome =
  | Exclude<DraftOutcome, { status: 'saved' }>
  /** `setAside` is the number of the draft from before; null when there was none. */
  | { status: 'saved'; message: string; setAside: number | null; revision: string };

const no = (code: string, message: string, hint: string) =>
  refused({ code, message, hint, line: null }) as Exclude<DraftOutcome, { status: 'saved' }>;

/** Why the version can't be restored; null when it can. */
export function refuseRestore(workspace: Workspace, { id, sha256 }: Pick<Revision, 'id' | 'sha256'>) {
  const older = loadParsed(workspace.database, sha256);
  if (!workspace.file || !onDiskOf(workspace))
    return no('file-not-editable', 'The configuration cannot be read.', 'Reload the page.');
  if (workspace.file.sha256 === sha256)
    return no('already-on-disk', `Revision ${id} is what ossec.conf holds now.`, 'There is nothing to restore.');
  if (!older)
    return no('version-gone', `Riposte no longer has the bytes of revision ${id}.`, 'Choose another revision.');
  if (older.verdict.accepted) return refuseLimitedVersion(workspace, older);
  const [why = 'it would not start with it.'] = older.verdict.errors;
  return no(
    'manager-would-refuse',
    `Wazuh would refuse revision ${id}: ${why}`,
    'Restore single blocks of it instead.',
  );
}

/** Puts the revision into the person's draft. */
export function restoreVersion(workspace: Workspace, revision: Revision): RestoreOutcome {
  const refusal = refuseRestore(workspace, revision);
  if (refusal) return refusal;
  return withDraft(workspace, (fresh) => {
    const { database, person, file } = fresh;
    const [onDisk, older] = [onDiskOf(fresh), loadParsed(database, revision.sha256)];
    if (!file || !onDisk || !older) return no('version-gone', 'The version is gone.', 'Reload the page.');
    const aside = setAside(database, loadDraft(database, person));
    const asked = exactChanges(onDisk, older);
    const now = Date.now();
    const changes = inOrder((asked ?? []).map((change) => ({ id: randomUUID(), change, madeAt: now })));
    const restoreSha256 = asked ? null : revision.sha256;
    saveContent(database, file.bytes);
    saveDraft(database, { person, baseSha256: file.sha256, changes, savedAt: now, restoreSha256 });
    const detail = { revision: revision.id, sha256: revision.sha256, setAside: aside !== null };
    addAudit(database, { person, action: 'restored-version', detail });
    const message = `Revision ${revision.id} is in your draft. Nothing changes on the manager until you apply.`;
    return { status: 'saved', message, setAside: aside, revision: revisionOf(changes, restoreSha256) };
  });
}

/** The changes that lead from one file to the other, byte for byte; null when changes can't say that. */
export function exactChanges(from: Config, to: Config): Change[] | null {
  const { changes, otherLinesChanged } = compareConfigs(from, to);
  if (otherLinesChanged || changes.length === 0 || changes.length > MAX_DRAFT_CHANGES) return null;
  const ordered = inOrder(changes.map((change) => ({ id: '', change, madeAt: 0 }))).map(({ change }) => change);
  const plan = planChanges(from, ordered);
  return plan.ok && plan.after.tree.text === to.tree.text ? ordered : null;
}
