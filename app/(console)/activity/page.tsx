import { Activity, ShieldCheck, Waypoints } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ActiveBlocks } from '@/components/activity/active-blocks';
import { ActivityFilters } from '@/components/activity/activity-filters';
import { ActivityPages, ActivityTable } from '@/components/activity/activity-table';
import { AlertDrawer } from '@/components/activity/alert-drawer';
import { CoverageNote } from '@/components/activity/coverage-note';
import { LiftPanel } from '@/components/activity/lift-panel';
import { Timeline } from '@/components/activity/timeline';
import { TroublePanel } from '@/components/activity/trouble-panel';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SegmentedLinks } from '@/components/ui/segmented';
import { openAlertHistory } from '@/lib/alerts/open-alert-history';
import { endpointGuide } from '@/lib/endpoints/endpoint-guide';
import { LIFT_SCRIPT, liftScript } from '@/lib/endpoints/lift-script';
import type { ManagerIdentity } from '@/lib/manager/manager';
import { setReading } from '../../actions/alert-history';
import { ManagerMissing } from '../../file-problem';
import { formatDay } from '../../format-time';
import { loadPage } from '../../load-page';
import type { SearchParams } from './activity-query';
import { loadActivityPage } from './load-activity-page';

export const metadata: Metadata = { title: 'Activity' };

const PERIOD_WORDS = { '24h': '24 hours', '7d': '7 days', '30d': '30 days', own: 'From and to' } as const;

/** The first steps of the guide: copy the script, and its rights. */
const install = endpointGuide('linux', LIFT_SCRIPT)
  .steps.slice(0, 2)
  .flatMap(({ commands }) => commands);

export default async function ActivityPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const page = await loadPage();
  if (!page.ok) return <ManagerMissing title="Activity" failure={page.failure} />;
  const { workspace } = page;
  const found = await loadActivityPage(workspace, await searchParams);
  const { query, period, now, links } = found;
  const span = `${formatDay(period.from, now)} to ${formatDay(period.to, now)}`;
  const head = (
    <PageHeader
      title="Activity"
      sub="What responses really did, from their reports"
      actions={
        <ButtonLink href="/trace" icon={<Waypoints />}>
          Why did it not fire?
        </ButtonLink>
      }
    />
  );
  const isKnown = found.known > 0;
  const lanes = (
    <SegmentedLinks
      label="Lanes"
      links={[
        { href: links.lanes('agent'), label: 'Agents', current: query.by === 'agent' },
        { href: links.lanes('response'), label: 'Responses', current: query.by === 'response' },
      ]}
    />
  );
  return (
    <PageScaffold head={head} className="gap-4">
      <CoverageNote
        {...{ coverage: found.coverage, failure: found.failure, jsonOff: found.jsonOff, notes: found.notes }}
        setReading={page.person.permissions.includes('edit') ? setReading : undefined}
      />
      {isKnown ? (
        <>
          <ActivityFilters
            query={query}
            periods={(['24h', '7d', '30d', 'own'] as const).map((name) => ({
              href: links.period(name),
              label: PERIOD_WORDS[name],
              current: query.period === name,
            }))}
            agents={found.agents}
            responses={found.responses}
          />
          {found.total === 0 ? (
            <NothingFits />
          ) : (
            <Panel title="Timeline" sub={span} more={lanes} line>
              <div className="px-4 py-3">
                <Timeline timeline={found.timeline} by={query.by} />
              </div>
            </Panel>
          )}
          <div className="grid grid-cols-1 items-start gap-4 mid:grid-cols-2">
            <div id="active" className="min-w-0">
              <Panel title="In force now" sub="whatever the period above" line>
                <ActiveBlocks {...found.active} icon={<ShieldCheck />} />
              </Panel>
            </div>
            <TroublePanel rows={found.trouble} period={span} isPart={found.notes.length > 0} />
          </div>
          <LiftPanel script={liftScript()} name={LIFT_SCRIPT} install={install} />
        </>
      ) : (
        found.coverage?.state.kind !== 'reading' && (
          <NothingKnown hasAlerts={found.coverage !== null && found.coverage.alerts > 0} />
        )
      )}
      {found.rows.length > 0 && (
        <section aria-label="Runs" className="flex flex-col gap-3">
          <p role="status" className="text-12 text-fg-3">
            {found.total === 1 ? '1 run' : `${found.total.toLocaleString('en-GB')} runs`} from {span}
          </p>
          <div className="-mx-4 desk:mx-0">
            <ActivityTable rows={found.rows} sort={query.sort} sortHref={links.sort} />
          </div>
          <ActivityPages page={found.page} pages={found.pages} newer={links.newer} older={links.older} />
        </section>
      )}
      {found.alert !== '' && (
        <OpenAlert identity={workspace.identity} id={found.alert} closeHref={links.close} key={found.alert} />
      )}
    </PageScaffold>
  );
}

const NothingFits = () => (
  <EmptyState
    icon={<Activity />}
    title="Nothing ran that fits"
    action={
      <Link href="/activity" className="link">
        Show the last 7 days
      </Link>
    }
  >
    Try a longer time, or fewer filters.
  </EmptyState>
);

/** Without alerts nothing is known; with alerts and without reports nothing ran, or nobody reports. */
function NothingKnown({ hasAlerts }: { hasAlerts: boolean }) {
  if (hasAlerts)
    return (
      <EmptyState icon={<Activity />} title="No run was reported, and none was expected">
        Scripts report through active-responses.log of the host that ran them, which its agent has to read.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<Activity />}
      title="What ran is not known"
      action={
        <Link href="/source" className="link">
          Look into ossec.conf
        </Link>
      }
    >
      It is told from the alerts of the manager, and there are none. The manager writes them to logs/alerts/alerts.json
      while <code>jsonout_output</code> is yes.
    </EmptyState>
  );
}

type OpenProps = { identity: ManagerIdentity; id: string; closeHref: string };

async function OpenAlert({ identity, id, closeHref }: OpenProps) {
  const found = await openAlertHistory(identity).findAlert(id);
  const text = found.ok && found.value !== null ? JSON.stringify(JSON.parse(found.value), null, 2) : null;
  return <AlertDrawer id={id} text={text} failure={found.ok ? null : found.failure.message} closeHref={closeHref} />;
}
