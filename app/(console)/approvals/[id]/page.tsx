import { CircleCheck, OctagonX, Users } from 'lucide-react';
import type { Metadata } from 'next';
import { DecideApproval } from '@/components/approvals/decide-approval';
import { DiffView } from '@/components/diff/diff-view';
import { ChangeSentences } from '@/components/history/change-sentences';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { NeedsRole } from '@/components/users/needs-role';
import { diffLines } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import type { Config } from '@/lib/ossec/index';
import { openDatabase } from '@/lib/state/database';
import type { ApprovalView } from '@/lib/view/approval';
import { loadApproval } from '@/lib/workflow/approvals';
import { describeComparison } from '@/lib/workflow/describe-draft';
import { loadParsed } from '@/lib/workflow/workspace';
import { approvePlan, withdrawFromApproval } from '../../../actions/approvals';
import { viewApproval } from '../../../approval-view';
import { loadPage, type Page } from '../../../load-page';

export const metadata: Metadata = { title: 'Approval' };

const crumbs = [{ href: '/approvals', label: 'Approvals' }];

export default async function ApprovalPage({ params }: { params: Promise<{ id: string }> }) {
  const page = await loadPage();
  const database = openDatabase();
  const { id } = await params;
  const approval = /^\d{1,9}$/.test(id) ? loadApproval(database, Number(id)) : null;
  const before = approval && loadParsed(database, approval.baseSha256);
  const after = approval && loadParsed(database, approval.newSha256);
  if (!approval || !before || !after) {
    return (
      <PageScaffold head={<PageHeader line title="Approval" crumbs={crumbs} />}>
        <EmptyState
          icon={<Users />}
          title="This is no longer asked for"
          action={<ButtonLink href="/approvals">See all</ButtonLink>}
        >
          It was withdrawn, asked for anew, or is older than 24 hours.
        </EmptyState>
      </PageScaffold>
    );
  }
  const view = viewApproval(database, approval, page.person.id);
  return <Asked page={page} view={view} before={before} after={after} />;
}

function Asked({ page, view, before, after }: { page: Page; view: ApprovalView; before: Config; after: Config }) {
  const onDisk = page.ok ? page.workspace.file?.sha256 : undefined;
  // A restart is of the file on disk, an apply over it.
  const isOver = onDisk !== undefined && onDisk !== view.baseSha256 && onDisk !== view.newSha256;
  const mayDecide = page.person.permissions.includes('apply');
  const title = view.isMine ? 'You ask for approval' : `${view.author} asks for approval`;
  const decide = mayDecide && (
    <DecideApproval approval={view} isOver={isOver} approve={approvePlan} withdraw={withdrawFromApproval} />
  );
  return (
    <PageScaffold head={<PageHeader line title={title} crumbs={crumbs} actions={decide} />} className="gap-5">
      <div className="flex flex-col gap-3 pt-4">
        <Verdict view={view} isOver={isOver} accepted={after.verdict.accepted} />
        {!mayDecide && <NeedsRole needs="apply" what="Approving" />}
        <p className="text-12 text-fg-3 wrap-anywhere">
          Asked {view.askedAt}, for the file <code>{view.newSha256.slice(0, 12)}</code> over{' '}
          <code>{view.baseSha256.slice(0, 12)}</code>. Nothing else is approved.
        </p>
      </div>
      <section aria-label="In sentences">
        <ChangeSentences sentences={describeComparison(before, after)} />
      </section>
      <DiffView
        diff={diffLines(new ShownLines(before.tree), new ShownLines(after.tree))}
        title="ossec.conf"
        leftName="Now"
        rightName={view.isMine ? 'Your plan' : `${view.author}’s plan`}
        linesHref={`/review/lines?sha256=${view.baseSha256}`}
        keys
      />
    </PageScaffold>
  );
}

function Verdict({ view, isOver, accepted }: { view: ApprovalView; isOver: boolean; accepted: boolean }) {
  if (isOver) {
    return (
      <Callout tone="amber" title="ossec.conf has changed since">
        This plan is for another file. {view.isMine ? 'Review your draft' : `${view.author} has to review it`} again.
      </Callout>
    );
  }
  if (view.approver !== null) {
    return (
      <Callout tone="green" icon={<CircleCheck />} title={`${view.approver} approved it ${view.approvedAt}`}>
        {view.isMine ? 'You can apply it on Review.' : `${view.author} can apply it.`}
      </Callout>
    );
  }
  if (accepted) return null;
  return (
    <Callout tone="red" icon={<OctagonX />} title="Wazuh would refuse this file">
      It cannot be applied, whoever approves.
    </Callout>
  );
}
