import { FileWarning } from 'lucide-react';
import type { Metadata } from 'next';
import { removeCommand, saveCommand, takeBackChanges, undoTo } from '@/app/actions/draft';
import { loadPage } from '@/app/load-page';
import { CommandList } from '@/components/command/command-list';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { commandRows } from '@/lib/forms/command-rows';
import { plannedChanges } from '@/lib/workflow/draft-view';
import { loadFacts } from '@/lib/workflow/load-facts';

export const metadata: Metadata = { title: 'Commands' };

export default async function CommandsPage() {
  const page = await loadPage();
  const failure = page.ok ? page.workspace.failure : page.failure;
  if (!page.ok || !page.workspace.config) {
    return (
      <PageScaffold head={<PageHeader title="Commands" sub="What a response can run" />}>
        <EmptyState
          icon={<FileWarning />}
          title={failure?.message ?? 'ossec.conf cannot be read'}
          tone="error"
          action={<ButtonLink href="/commands">Try again</ButtonLink>}
        >
          {failure?.hint ?? 'The manager is not affected.'}
        </EmptyState>
      </PageScaffold>
    );
  }
  const { workspace } = page;
  const { facts, scripts } = await loadFacts(workspace);
  const changes = workspace.draft ? plannedChanges(workspace.draft) : [];
  return (
    <CommandList
      rows={commandRows(page.workspace.config.model, changes)}
      data={{
        facts: { ...facts, rules: null },
        scripts: facts.scripts
          ? scripts.map(({ name, mode, owner, executable, worldWritable }) => ({
              name,
              mode,
              owner,
              executable,
              worldWritable,
            }))
          : null,
        scriptsPath: workspace.identity.scriptsPath,
      }}
      mayEdit={page.person.permissions.includes('edit')}
      saveCommand={saveCommand}
      removeCommand={removeCommand}
      undoTo={undoTo}
      takeBackChanges={takeBackChanges}
    />
  );
}
