/*
 * The facts of the checks before an apply: one look at the manager and at the disk under Riposte's own state.
 */
import { statfs } from 'node:fs/promises';
import { stateDirectory } from '../state/database.ts';
import type { PreflightCheck } from '../view/apply-effects.ts';
import { runningApply } from './apply/running-apply.ts';
import type { ManagerState } from './manager-state.ts';
import { preflight } from './preflight.ts';
import type { Workspace } from './workspace.ts';

/** `fileBytes` is the length of the file that would be written. */
export async function loadPreflight(
  { manager, database }: Pick<Workspace, 'manager' | 'database'>,
  { missing }: Pick<ManagerState, 'missing'>,
  fileBytes: number,
): Promise<PreflightCheck[]> {
  const [inspection, stateFreeBytes] = await Promise.all([manager.inspect(), loadFreeBytes(stateDirectory())]);
  return preflight({ inspection, stateFreeBytes, fileBytes, missing, running: runningApply(database) });
}

async function loadFreeBytes(directory: string): Promise<number | null> {
  return statfs(directory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
}
