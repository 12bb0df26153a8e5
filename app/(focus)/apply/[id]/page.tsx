import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import type { ApplyActions } from '@/components/apply/apply-actions';
import { phaseOf } from '@/components/apply/apply-phase';
import { ApplyView } from '@/components/apply/apply-view';
import { tabTitle } from '@/components/apply/apply-words';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { personName } from '@/lib/auth/people';
import { findRevision } from '@/lib/history/revisions';
import { openDatabase } from '@/lib/state/database';
import type { ApplySnapshot } from '@/lib/view/apply';
import { loadApplies } from '@/lib/workflow/apply/apply-record';
import { loadSnapshot } from '@/lib/workflow/apply/load-snapshot';
import { loadAlarm, runningApply } from '@/lib/workflow/apply/running-apply';
import { hasDraft } from '@/lib/workflow/restore/restored-draft';
import { listSetAside } from '@/lib/workflow/restore/set-aside';
import { keepChanges, leaveAsIs, restartManager, retryRevert, revertApply, revertNow } from '../../../actions/apply';
import { formatDay } from '../../../format-time';
import { loadPage, type Page, pagePerson } from '../../../load-page';

type Props = { params: Promise<{ id: string }> };

async function snapshotOf({ params }: Props): Promise<ApplySnapshot | null> {
  const { id } = await params;
  if (!/^[1-9]\d{0,15}$/.test(id)) return null;
  const database = openDatabase();
  return loadSnapshot(database, Number(id));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  await pagePerson();
  const snapshot = await snapshotOf(props);
  return { title: snapshot ? tabTitle(snapshot) : 'No such apply' };
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
  const names = namesOf([apply.person, apply.decidedBy, page.person.id]);
  return (
    <ApplyView
      key={apply.id}
      snapshot={snapshot}
      sub={`By ${names[apply.person]}, ${formatDay(apply.startedAt)}`}
      names={names}
      logPath={page.ok ? page.workspace.identity.logPath : ''}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      actions={actionsFor(snapshot, page)}
    />
  );
}

function namesOf(ids: readonly (string | null)[]): Record<string, string> {
  const database = openDatabase();
  return Object.fromEntries(ids.flatMap((id) => (id === null ? [] : [[id, personName(database, id)]])));
}

/** What can be done now, not what could be done then: the file may have moved on since. */
function actionsFor({ apply, steps }: ApplySnapshot, page: Page): ApplyActions {
  if (!page.ok) return { hasDraft: false };
  const { database, file } = page.workspace;
  const isMine = apply.person === page.person.id;
  const written = findRevision(database, apply.newSha256);
  const about = {
    hasDraft: hasDraft(page.workspace),
    isMine,
    isAside: listSetAside(database, apply.person).some(({ at }) => at >= apply.startedAt),
    compareHref: written ? `/history/compare?from=${written.id}&to=disk` : undefined,
    isPast: (loadApplies(database, 1)[0]?.id ?? 0) > apply.id,
    isSettled: loadAlarm(database)?.applyId !== apply.id,
  };
  if (!page.person.permissions.includes('apply')) return about;
  if (phaseOf({ apply, steps }) !== 'over') return { ...about, keep: keepChanges, revertNow };
  if (runningApply(database) !== null) return about;
  const isOnDisk = file?.sha256 === apply.newSha256;
  const isLast = isOnDisk && apply.baseSha256 !== apply.newSha256;
  return {
    ...about,
    retryRevert,
    leaveAsIs,
    revert: apply.kind === 'apply' && isLast ? revertApply : undefined,
    restart: isOnDisk ? restartManager : undefined,
  };
}
