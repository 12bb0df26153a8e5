/*
 * A draft that starts from an older version, as others need it: what Review compares, what is left after an apply. Pure but for the contents it looks up.
 */
import { sha256Of } from '../../history/contents.ts';
import { toBytes } from '../../ossec/byte-text.ts';
import { compareConfigs } from '../../ossec/compare/compare-configs.ts';
import { applyEdits, type Change, type Config, planChanges } from '../../ossec/index.ts';
import type { Database } from '../../state/database.ts';
import type { ApplyRecord } from '../../view/apply.ts';
import type { Draft } from '../draft.ts';
import { plannedChanges } from '../draft-view.ts';
import { loadParsed, onDiskOf, type Workspace } from '../workspace.ts';

/** What Review shows: the file on disk, and the changes that lead from it to the planned file as far as changes can say. */
export function reviewBasis(workspace: Workspace): { before: Config; asked: Change[] } | null {
  const before = onDiskOf(workspace);
  const { draft, restored } = workspace;
  if (!before || !draft?.plan.ok) return null;
  if (!restored) return { before, asked: plannedChanges(draft).map(({ change }) => change) };
  return { before, asked: compareConfigs(before, draft.plan.after).changes };
}

/** "Your draft starts from revision 40." Null when it starts from the file on disk. */
export function restoredWords({ restored }: Pick<Workspace, 'restored'>): string | null {
  if (!restored) return null;
  return `Your draft starts from ${restored.revision === null ? 'an older version' : `revision ${restored.revision}`}.`;
}

/** Is there anything in the draft, an older version included? */
export const hasDraft = ({ draft, restored }: Pick<Workspace, 'draft' | 'restored'>): boolean =>
  Boolean(restored) || (draft?.changes.length ?? 0) > 0;

type Applied = Pick<ApplyRecord, 'baseSha256' | 'newSha256' | 'changes'>;

/** Do these changes, on that version, make the file that was applied? */
function makes(database: Database, sha256: string, { changes, newSha256 }: Applied): boolean {
  const config = loadParsed(database, sha256);
  const plan = config && planChanges(config, changes);
  return Boolean(config && plan?.ok && sha256Of(toBytes(applyEdits(config.tree.text, plan.edits))) === newSha256);
}

/** The draft once an apply has written it: what was added since stands on the version that it was added to. */
export function withoutRestore(database: Database, draft: Draft, applied: Applied): Draft {
  const { restoreSha256 = null } = draft;
  if (restoreSha256 === null || !makes(database, restoreSha256, applied)) return draft;
  return { ...draft, baseSha256: restoreSha256, restoreSha256: null };
}

/** What an apply that was taken back gives back: its changes, or the version itself where changes did not say it. */
export function draftOfApply(
  database: Database,
  applied: Applied,
): Pick<Draft, 'baseSha256' | 'restoreSha256'> & {
  changes: readonly Change[];
} {
  const { baseSha256, newSha256, changes } = applied;
  if (makes(database, baseSha256, applied)) return { baseSha256, changes, restoreSha256: null };
  return { baseSha256, changes: [], restoreSha256: newSha256 };
}
