import { Waypoints } from 'lucide-react';
import type { Metadata } from 'next';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { AlertChoice } from '@/components/trace/alert-choice';
import { PasteAlert } from '@/components/trace/paste-alert';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { isAlertId } from '@/lib/trace/parse-pasted-alert';
import type { TracedAlert } from '@/lib/trace/trace';
import { alertOfAddress } from '@/lib/trace/traced-alert-address';
import { findTracedAlert, loadAlertChoice } from '@/lib/workflow/load-trace';
import type { Workspace } from '@/lib/workflow/workspace';
import { FileProblem, ManagerMissing } from '../../file-problem';
import { formatDay } from '../../format-time';
import { loadPage } from '../../load-page';
import { ChosenAlert } from './chosen-alert';

const TITLE = 'Why did it not fire?';
export const metadata: Metadata = { title: TITLE };

type Params = Record<string, string | string[] | undefined>;
const said = (value: Params[string]): string => (typeof value === 'string' ? value.slice(0, 200) : '');

export default async function TracePage({ searchParams }: { searchParams: Promise<Params> }) {
  const page = await loadPage();
  if (!page.ok) return <ManagerMissing title={TITLE} failure={page.failure} />;
  const { workspace, state } = page;
  const params = await searchParams;
  const { alert, problem } = await alertAsked(workspace, params);
  const head = (
    <PageHeader
      title={TITLE}
      crumbs={alert ? [{ href: '/activity', label: 'Activity' }] : undefined}
      sub={alert ? undefined : 'Follow an alert to the response, link by link'}
    />
  );
  return (
    <PageScaffold head={head} className="gap-4">
      <FileProblem workspace={workspace} />
      {problem && (
        <Callout tone="amber" title={problem}>
          Paste its JSON instead: the chain needs nothing else.
        </Callout>
      )}
      {alert ? (
        <ChosenAlert
          {...{ workspace, state, alert, params }}
          chosen={said(params.response)}
          follow={said(params.agent) || null}
        />
      ) : (
        <Choose workspace={workspace} search={said(params.q)} />
      )}
    </PageScaffold>
  );
}

type Asked = { alert: TracedAlert | null; problem: string | null };

/** By id, or by the facts of one that was pasted. */
async function alertAsked(workspace: Workspace, params: Params): Promise<Asked> {
  const id = said(params.alert);
  if (id === '') return { alert: alertOfAddress(params), problem: null };
  if (!isAlertId(id)) return { alert: null, problem: 'This is not the id of an alert.' };
  const { alert, failure } = await findTracedAlert(workspace, id);
  const missing = `No alert with the id ${id} is known.`;
  return { alert, problem: alert ? null : (failure?.message ?? missing) };
}

async function Choose({ workspace, search }: { workspace: Workspace; search: string }) {
  const { alerts, known, failure } = await loadAlertChoice(workspace, search);
  const rows = alerts.map(({ id, at, level, ruleId, description, agentId, agentName, address, user }) => ({
    ...{ id, level, when: formatDay(at), iso: new Date(at).toISOString() },
    ...{ rule: `${ruleId}, ${description}`, agent: `${agentName} ${agentId}` },
    about: [address, user].filter((one) => one !== null).join(', ') || null,
  }));
  return (
    <div className="grid grid-cols-1 items-start gap-4 mid:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
      <Panel
        title="Choose an alert"
        sub="the newest first"
        more={
          <a href="#paste" className="link mid:hidden">
            Paste one
          </a>
        }
        line
      >
        <AlertChoice rows={rows} search={search} />
        {rows.length === 0 && (
          <EmptyState
            compact
            icon={<Waypoints />}
            title={failure ? failure.message : known === 0 ? 'No alerts are kept' : 'No alert matches'}
          >
            {failure ? failure.hint : known === 0 ? 'Paste one instead.' : 'Try fewer words, or paste one.'}
          </EmptyState>
        )}
      </Panel>
      <Panel title="Or paste one" line>
        <div id="paste" className="scroll-mt-24 px-4 py-3">
          <PasteAlert />
        </div>
      </Panel>
    </div>
  );
}
