/*
 * Asking for an approval: of the draft exactly as it was reviewed, or of a restart that would make another file run. Keeps the
 * bytes of both sides, so that whoever is asked sees what would be written.
 */
import { loadContent, saveContent } from '../history/contents.ts';
import { analysisdOf, loadedBy } from './apply/manager-starts.ts';
import { plannedFile } from './apply/start-apply.ts';
import { addRequest, type Plan } from './approvals.ts';
import type { Workspace } from './workspace.ts';

export type AskOutcome =
  | { status: 'asked'; id: number; plan: Plan }
  | { status: 'conflict'; message: string; hint: string };

const changed = (hint: string): AskOutcome => ({
  status: 'conflict',
  message: 'ossec.conf or your draft changed since this page was loaded.',
  hint,
});

/** Asks for the person's draft, if it still is what was reviewed. */
export function askForDraft(workspace: Workspace, { baseSha256, newSha256 }: Plan): AskOutcome {
  const { file, config, draft, database, person } = workspace;
  const planned = config && plannedFile(config, workspace);
  const isOld = !draft || draft.stale || draft.changes.some(({ conflict }) => conflict !== null);
  if (!file || !planned || isOld || file.sha256 !== baseSha256 || planned.sha256 !== newSha256)
    return changed('Review it again, then ask.');
  saveContent(database, file.bytes);
  saveContent(database, planned.bytes);
  const plan = { baseSha256, newSha256 };
  return { status: 'asked', id: addRequest(database, plan, person), plan };
}

/** The file that runs and the one a restart would make run; null when they are one, or the one that runs is not known. */
export async function restartPlan({ file, manager, database }: Workspace): Promise<Plan | null> {
  const analysisd = analysisdOf(await manager.loadDaemons());
  const loaded = analysisd ? loadedBy(database, analysisd) : null;
  if (!file || loaded === null || loaded === file.sha256 || !loadContent(database, loaded)) return null;
  return { baseSha256: loaded, newSha256: file.sha256 };
}

/** Asks for a restart with the file as it is on disk. */
export async function askForRestart(workspace: Workspace): Promise<AskOutcome> {
  const plan = await restartPlan(workspace);
  if (!plan || !workspace.file) return changed('The manager already runs this file, or does not run.');
  saveContent(workspace.database, workspace.file.bytes);
  return { status: 'asked', id: addRequest(workspace.database, plan, workspace.person), plan };
}
