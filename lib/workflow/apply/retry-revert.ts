/*
 * Trying a failed way back once more: write the previous file if it is not there, restart if it is.
 */
import type { Workspace } from '../workspace.ts';
import { loadApply } from './apply-record.ts';
import { type StartOutcome, startRestart, startRevert } from './start-apply.ts';

/** Starts it. Refuses when somebody else's file is in the place by now. */
export async function retryRevert(workspace: Workspace, applyId: number): Promise<StartOutcome> {
  const apply = loadApply(workspace.database, applyId);
  if (apply && workspace.file?.sha256 === apply.baseSha256) return startRestart(workspace, 0);
  return startRevert(workspace, applyId);
}
