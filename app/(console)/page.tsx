import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ApprovalCall } from '@/components/approvals/approval-call';
import { FindingsPanel } from '@/components/overview/findings-panel';
import { RecentChanges } from '@/components/overview/recent-changes';
import { ReportedRunsPanel } from '@/components/overview/reported-runs-panel';
import { RestartButton } from '@/components/overview/restart-button';
import { StateStrip } from '@/components/overview/state-strip';
import { Summary } from '@/components/overview/summary';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { NeedsRole } from '@/components/users/needs-role';
import { loadSettings } from '@/lib/auth/settings';
import { log, reasonOf } from '@/lib/log/log';
import type { Finding } from '@/lib/ossec/findings/finding';
import { approvalsWaitingFor } from '@/lib/workflow/approvals';
import { findInWorkspace, type WorkspaceFindings } from '@/lib/workflow/find-in-workspace';
import { isFixable } from '@/lib/workflow/fix-finding';
import { loadFactsWithRules } from '@/lib/workflow/load-facts';
import { loadReportedRuns } from '@/lib/workflow/load-reported-runs';
import { findingKey, loadMutes } from '@/lib/workflow/mutes';
import { responseRows } from '@/lib/workflow/response-rows';
import { loadVersions } from '@/lib/workflow/versions';
import type { Workspace } from '@/lib/workflow/workspace';
import { restartManager } from '../actions/apply';
import { undoTo } from '../actions/draft';
import { fixOneFinding, muteOneFinding, unmuteOneFinding } from '../actions/findings';
import { viewApproval } from '../approval-view';
import { FileProblem, ManagerMissing } from '../file-problem';
import { formatDay, formatSpan } from '../format-time';
import { loadPage } from '../load-page';
import { changedWords, differenceHref, pendingWords } from '../version-words';
import { loadItems, noticeNow } from './history/load-history';
import { OverviewActivity } from './overview-activity';
import { ExpiredEntries, OwnLockOut } from './white-list-notes';

export const metadata: Metadata = { title: 'Overview' };

const RECENT = 5;
/** Only what the panel shows is asked for a fix. */
const FINDINGS_SHOWN = 12;

/** Findings as the panel takes them: with the key that a mute is kept under. */
function findingItems({ now, muted, difference }: WorkspaceFindings, isFixable: (finding: Finding) => boolean) {
  const fixed = new Set(difference.fixed);
  return {
    items: now.map((finding, at) => ({
      finding,
      key: findingKey(finding),
      fixed: fixed.has(finding),
      fixable: at < FINDINGS_SHOWN && isFixable(finding),
    })),
    muted: muted.map(({ finding, mute }) => ({
      line: finding.line,
      ...mute,
      when: formatDay(mute.mutedAt),
    })),
  };
}

/** Overview stands without it. */
async function ReportedRuns({ workspace }: { workspace: Workspace }) {
  const reported = await loadReportedRuns(workspace).catch((thrown) => {
    log('error', 'reported runs failed', { reason: reasonOf(thrown) });
    return null;
  });
  return <ReportedRunsPanel reported={reported} />;
}

export default async function OverviewPage() {
  const page = await loadPage();
  if (!page.ok) return <ManagerMissing title="Overview" failure={page.failure} />;
  const { workspace, state, person } = page;
  const { config, database, identity } = workspace;
  const mayEdit = person.permissions.includes('edit');
  const mayApply = person.permissions.includes('apply');
  const facts = await loadFactsWithRules(workspace);
  const { items: recent } = loadItems(database, { search: '', limit: RECENT }, noticeNow(page, database));
  const action = mayEdit && (
    <ButtonLink
      href="/responses/new"
      variant="primary"
      icon={<Plus />}
      disabled={!config || config.model.problem !== null}
    >
      New active response
    </ButtonLink>
  );
  const versions = loadVersions(workspace, state);
  const difference = differenceHref(versions);
  return (
    <PageScaffold head={<PageHeader title="Overview" actions={action} />} className="gap-4">
      <FileProblem workspace={workspace} />
      {mayApply && loadSettings(database).fourEyes && (
        <ApprovalCall
          waiting={approvalsWaitingFor(database, person.id).map((one) => viewApproval(database, one, person.id))}
        />
      )}
      {versions.differs && (
        <Callout
          tone="amber"
          title="The file is not what the manager is running"
          actions={
            <>
              {mayApply && <RestartButton restart={restartManager} command={identity.restartCommand} />}
              {difference && (
                <ButtonLink href={difference} prefetch={false}>
                  See the difference
                </ButtonLink>
              )}
            </>
          }
        >
          {pendingWords(database, versions).join(' ')}
          {!mayApply && <NeedsRole needs="apply" what="Restarting it" />}
        </Callout>
      )}
      {state.missing.length > 0 && (
        <Callout
          tone="red"
          title={
            state.missing.length === state.required
              ? 'The manager is not running'
              : state.missing.length === 1
                ? '1 daemon is not running'
                : `${state.missing.length} daemons are not running`
          }
          actions={
            mayApply && (
              <RestartButton
                restart={restartManager}
                command={identity.restartCommand}
                isDown={state.missing.length === state.required}
              />
            )
          }
        >
          {state.missing.join(', ')}. No event is analysed until {state.missing.length === 1 ? 'it runs' : 'they run'}{' '}
          again.
          {!mayApply && <NeedsRole needs="apply" what="Starting it" />}
        </Callout>
      )}
      <OwnLockOut workspace={workspace} mayEdit={mayEdit} />
      <ExpiredEntries workspace={workspace} mayEdit={mayEdit} />
      <StateStrip
        state={state}
        version={identity.version}
        flavour={identity.flavour}
        upSince={state.startedAt === null ? null : `up ${formatSpan(Date.now() - state.startedAt)}`}
        changed={changedWords(database, versions)}
        agents={facts.agents}
        agentNote={facts.agentNote}
      />
      <div className="grid grid-cols-1 gap-4 mid:grid-cols-[minmax(0,1.86fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Suspense fallback={<Panel className="h-[330px]">{null}</Panel>}>
            <ReportedRuns workspace={workspace} />
          </Suspense>
          {config && (
            <Summary
              rows={responseRows(config, null, { ...facts, facts: facts.before }, loadMutes(database))}
              commands={config.model.commands.length}
            />
          )}
          <Suspense fallback={<Panel className="h-[140px]">{null}</Panel>}>
            <OverviewActivity workspace={workspace} />
          </Suspense>
          <RecentChanges items={recent} />
        </div>
        {config && (
          <FindingsPanel
            {...findingItems(
              findInWorkspace(workspace, facts),
              (finding) => mayEdit && isFixable(finding, workspace, facts),
            )}
            fix={fixOneFinding}
            undoTo={undoTo}
            mute={mayEdit ? muteOneFinding : undefined}
            unmute={mayEdit ? unmuteOneFinding : undefined}
          />
        )}
      </div>
    </PageScaffold>
  );
}
