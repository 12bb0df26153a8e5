import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { ApplyView } from '@/components/apply/apply-view';
import { applyTitle } from '@/components/apply/apply-words';
import type { OutcomeActions } from '@/components/apply/outcome-panel';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { openDatabase } from '@/lib/state/database';
import type { ApplySnapshot } from '@/lib/view/apply';
import { loadApplies } from '@/lib/workflow/apply/apply-record';
import { loadSnapshot } from '@/lib/workflow/apply/load-snapshot';
import { runningApply, settleInterruptedOnce } from '@/lib/workflow/apply/start-apply';
import { restartManager, revertApply } from '../../../actions/apply';
import { formatDay } from '../../../format-time';
import { loadPage, type Page } from '../../../load-page';

type Props = { params: Promise<{ id: string }> };

async function snapshotOf({ params }: Props): Promise<ApplySnapshot | null> {
  const { id } = await params;
  if (!/^[1-9]\d{0,15}$/.test(id)) return null;
  const database = openDatabase();
  settleInterruptedOnce(database);
  return loadSnapshot(database, Number(id));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const snapshot = await snapshotOf(props);
  return { title: snapshot ? applyTitle(snapshot.apply) : 'No such apply' };
}

export default async function ApplyPage(props: Props) {
  const page = await loadPage();
  const snapshot = await snapshotOf(props);
  if (!snapshot) {
    const action = (
      <ButtonLink variant="primary" href="/history">
        Open history
      </ButtonLink>
    );
    return (
      <PageScaffold head={<PageHeader line title="No such apply" />}>
        <EmptyState icon={<SearchX />} title="There is no apply with this number" action={action} />
      </PageScaffold>
    );
  }
  const { apply } = snapshot;
  return (
    <ApplyView
      key={apply.id}
      snapshot={snapshot}
      sub={`By ${nameOf(apply.person, page)}, ${formatDay(apply.startedAt)}`}
      logPath={page.ok ? page.workspace.identity.logPath : ''}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      actions={actionsFor(apply, page)}
    />
  );
}

const nameOf = (id: string, { person }: Page): string => (id === person.id ? person.name : id);

/** What can be done now, not what could be done then: the file may have moved on since. */
function actionsFor(apply: ApplySnapshot['apply'], page: Page): OutcomeActions {
  if (!page.ok) return { hasDraft: false };
  const isPast = (loadApplies(page.workspace.database, 1)[0]?.id ?? 0) > apply.id;
  const { file, draft } = page.workspace;
  const hasDraft = (draft?.changes.length ?? 0) > 0;
  if (!page.person.permissions.includes('apply') || runningApply() !== null) return { hasDraft, isPast };
  const isOnDisk = file?.sha256 === apply.newSha256;
  const isLast = isOnDisk && apply.baseSha256 !== apply.newSha256;
  return {
    hasDraft,
    isPast,
    revert: apply.kind === 'apply' && isLast ? revertApply : undefined,
    restart: isOnDisk ? restartManager : undefined,
  };
}
