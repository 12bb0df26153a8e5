import { Code, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { ResponseList } from '@/components/response-list/response-list';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { NeedsRole } from '@/components/users/needs-role';
import { log, reasonOf } from '@/lib/log/log';
import type { ResponseRow, RowRuns } from '@/lib/view/response-row';
import { loadRowRuns } from '@/lib/workflow/backtest/load-row-runs';
import { loadFactsWithRules } from '@/lib/workflow/load-facts';
import { loadMutes } from '@/lib/workflow/mutes';
import { responseRows } from '@/lib/workflow/response-rows';
import type { Workspace } from '@/lib/workflow/workspace';
import { addChanges, takeBackChanges, undoTo } from '../../actions/draft';
import { FileProblem, ManagerMissing } from '../../file-problem';
import { loadPage } from '../../load-page';

export const metadata: Metadata = { title: 'Active responses' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The list stands without them. */
const loadRuns = (workspace: Workspace, rows: ResponseRow[]): Promise<RowRuns | null> =>
  loadRowRuns(workspace, rows).catch((thrown) => {
    log('error', 'runs of responses failed', { reason: reasonOf(thrown) });
    return null;
  });

export default async function ResponsesPage({ searchParams }: Props) {
  const page = await loadPage();
  if (!page.ok) return <ManagerMissing title="Active responses" failure={page.failure} />;
  const { workspace } = page;
  const { config, draft } = workspace;
  const facts = await loadFactsWithRules(workspace);
  const mayEdit = page.person.permissions.includes('edit');
  const readOnly = !config || config.model.problem !== null || !mayEdit;
  const actions = (
    <>
      <ButtonLink href="/source" variant="ghost" icon={<Code />} className="max-desk:hidden">
        ossec.conf
      </ButtonLink>
      {mayEdit && (
        <ButtonLink href="/responses/new" variant="primary" icon={<Plus />} disabled={readOnly}>
          New active response
        </ButtonLink>
      )}
    </>
  );
  const rows = config ? responseRows(config, draft, facts, loadMutes(workspace.database)) : [];
  const params = Object.entries(await searchParams).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value]] : [],
  );
  return (
    <PageScaffold head={<PageHeader title="Active responses" actions={actions} />}>
      <FileProblem workspace={workspace} />
      {!mayEdit && <NeedsRole needs="edit" what="Changing a response" />}
      {config && (
        <ResponseList
          rows={rows}
          runs={loadRuns(workspace, rows)}
          connected={facts.agents.filter(({ connection }) => connection === 'active').length}
          search={new URLSearchParams(params).toString()}
          readOnly={readOnly}
          mayEdit={mayEdit}
          addChanges={addChanges}
          takeBack={takeBackChanges}
          undoTo={undoTo}
        />
      )}
    </PageScaffold>
  );
}
