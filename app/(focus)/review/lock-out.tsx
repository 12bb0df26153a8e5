import 'server-only';
import { LockOutCallout } from '@/components/white-list/lock-out-callout';
import { loadLockOut } from '@/lib/workflow/load-lock-out';
import type { Workspace } from '@/lib/workflow/workspace';
import { undoTo } from '../../actions/draft';
import { dismissLockOut, protectOwnAddresses } from '../../actions/white-list';
import { requestFrom } from '../../request-from';

/** The guard before an apply: what of ours could be blocked afterwards. Says so, and stops nobody. */
export async function LockOutGuard({ workspace, mayEdit }: { workspace: Workspace; mayEdit: boolean }) {
  const lockOut = await loadLockOut(workspace, (await requestFrom()).address);
  if (!lockOut) return null;
  return (
    <section aria-label="Lock-out guard" className="border-line border-t px-5 py-4">
      <LockOutCallout
        lockOut={lockOut}
        actions={mayEdit ? { protect: protectOwnAddresses, dismiss: dismissLockOut, undoTo } : null}
      />
    </section>
  );
}
