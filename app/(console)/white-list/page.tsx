import { FileWarning } from 'lucide-react';
import type { Metadata } from 'next';
import { addChanges, takeBackChanges, undoTo } from '@/app/actions/draft';
import {
  addToWhiteList,
  dismissLockOut,
  guardOwnAddress,
  noteWhiteListEntry,
  protectOwnAddresses,
} from '@/app/actions/white-list';
import { loadPage } from '@/app/load-page';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { WhiteListView } from '@/components/white-list/white-list-view';
import { loadWhiteList } from './load-white-list';

export const metadata: Metadata = { title: 'White list' };

const actions = {
  add: addToWhiteList,
  change: addChanges,
  undoTo,
  takeBack: takeBackChanges,
  saveNote: noteWhiteListEntry,
  protect: protectOwnAddresses,
  dismiss: dismissLockOut,
  guard: guardOwnAddress,
};

export default async function WhiteListPage() {
  const page = await loadPage();
  const found = page.ok ? await loadWhiteList(page.workspace) : null;
  if (!page.ok || !found) {
    const failure = page.ok ? page.workspace.failure : page.failure;
    return (
      <PageScaffold head={<PageHeader title="White list" sub="Alerts from these addresses run no response" />}>
        <EmptyState
          icon={<FileWarning />}
          title={failure?.message ?? 'ossec.conf cannot be read'}
          tone="error"
          action={<ButtonLink href="/white-list">Try again</ButtonLink>}
        >
          {failure?.hint ?? 'The manager is not affected.'}
        </EmptyState>
      </PageScaffold>
    );
  }
  const mayEdit = page.person.permissions.includes('edit');
  const problem = page.workspace.config?.model.problem ?? null;
  return <WhiteListView {...found} mayEdit={mayEdit} problem={problem} actions={actions} />;
}
