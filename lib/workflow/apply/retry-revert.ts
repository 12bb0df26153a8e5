/*
 * Trying a failed way back once more: write the version that ran if it is not there, restart if it is. Never a way back from
 * a way back: what nobody kept must not come again.
 */
import type { Workspace } from '../workspace.ts';
import { loadApply, targetOf } from './apply-record.ts';
import { type StartOutcome, startPlainRestart, startRevert } from './start-apply.ts';

/** Starts it. Refuses when somebody else's file is in the place by now. */
export async function retryRevert(workspace: Workspace, applyId: number): Promise<StartOutcome> {
  const apply = loadApply(workspace.database, applyId);
  if (apply && workspace.file?.sha256 === targetOf(apply)) return startPlainRestart(workspace);
  return startRevert(workspace, applyId, true);
}
