import { Users } from 'lucide-react';
import type { Metadata } from 'next';
import { ApprovalList } from '@/components/approvals/approval-list';
import { AskRestart } from '@/components/approvals/ask-restart';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { loadSettings } from '@/lib/auth/settings';
import { openDatabase } from '@/lib/state/database';
import { findApproval, listApprovals } from '@/lib/workflow/approvals';
import { restartPlan } from '@/lib/workflow/approvals-ask';
import { askForRestartApproval } from '../../actions/approvals';
import { viewApproval } from '../../approval-view';
import { loadPage, type Page } from '../../load-page';

export const metadata: Metadata = { title: 'Approvals' };

export default async function ApprovalsPage() {
  const page = await loadPage();
  const database = openDatabase();
  const { fourEyes } = loadSettings(database);
  const approvals = listApprovals(database).map((one) => viewApproval(database, one, page.person.id));
  const needsRestart = fourEyes && (await mayAskForRestart(page));
  return (
    <PageScaffold head={<PageHeader line title="Approvals" sub="Four eyes" />} className="gap-4">
      <div className="mt-4 flex max-w-200 flex-col gap-4">
        {needsRestart && <AskRestart ask={askForRestartApproval} />}
        {approvals.length > 0 && (
          <Panel>
            <ApprovalList approvals={approvals} />
          </Panel>
        )}
      </div>
      {approvals.length === 0 && !needsRestart && (
        <EmptyState icon={<Users />} title="Nobody asks for approval">
          {fourEyes
            ? 'Whoever wants to apply a draft asks on Review.'
            : 'Four eyes is off: an apply needs nobody else. An administrator can switch it on under Settings.'}
        </EmptyState>
      )}
    </PageScaffold>
  );
}

/** A restart would make another file run, and nobody has asked for it yet. */
async function mayAskForRestart(page: Page): Promise<boolean> {
  if (!page.ok || !page.person.permissions.includes('apply')) return false;
  const { workspace, person } = page;
  const plan = await restartPlan(workspace);
  return plan !== null && findApproval(workspace.database, plan, person.id) === null;
}
