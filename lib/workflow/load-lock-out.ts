/*
 * The lock-out guard over a workspace: the file on disk against the file as the draft leaves it. Loads what lock-out-guard
 * looks at, judges nothing.
 */
import type { LockOut } from '../view/lock-out.ts';
import { factsIn } from './find-in-workspace.ts';
import { loadFacts } from './load-facts.ts';
import { loadDismissals } from './lock-out-dismissals.ts';
import { findLockOut } from './lock-out-guard.ts';
import { loadOwnAddresses } from './own-addresses.ts';
import { onDiskOf, type Workspace } from './workspace.ts';

/** Null when nothing of ours can be blocked, or when there is no file to tell. */
export async function loadLockOut(workspace: Workspace, adminAddress: string | null): Promise<LockOut | null> {
  const onDisk = onDiskOf(workspace);
  const { config, draft, database } = workspace;
  if (!onDisk || !config) return null;
  const [{ facts }, own] = await Promise.all([loadFacts(workspace), loadOwnAddresses(workspace, adminAddress)]);
  return findLockOut({
    own,
    dismissed: loadDismissals(database),
    before: factsIn(onDisk, facts),
    after: factsIn(draft?.plan.ok ? draft.plan.after : config, facts),
  });
}
