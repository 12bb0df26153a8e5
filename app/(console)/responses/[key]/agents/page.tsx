import { CircleHelp, Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { PhraseText } from '@/components/describe/phrase-text';
import { readFleetQuery } from '@/components/fleet/fleet-query';
import { FleetView } from '@/components/fleet/fleet-view';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { fleetOfResponse } from '@/lib/endpoints/fleet-of-response';
import { findResponse } from '@/lib/forms/find-response';
import { describeResponse } from '@/lib/ossec/describe/describe-response';
import { plannedChanges } from '@/lib/workflow/draft-view';
import { loadFacts } from '@/lib/workflow/load-facts';
import { FileProblem, ManagerMissing } from '../../../../file-problem';
import { loadPage } from '../../../../load-page';

export const metadata: Metadata = { title: 'Agents that would run it' };

type Props = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ResponseAgentsPage({ params, searchParams }: Props) {
  const page = await loadPage();
  if (!page.ok) return <ManagerMissing title="Agents that would run it" failure={page.failure} />;
  const { workspace } = page;
  const { config, draft, identity } = workspace;
  const key = decodeURIComponent((await params).key);
  const found = config && findResponse(config.model, draft ? plannedChanges(draft) : [], key);
  const response = found?.after ?? null;
  const { facts, agents, agentNote } = await loadFacts(workspace);
  const command = facts.commands.find(({ name }) => name === response?.command);
  const isDraft = JSON.stringify(found?.before ?? null) !== JSON.stringify(response);
  const head = (
    <PageHeader
      line
      title="Agents that would run it"
      crumbs={[{ href: '/responses', label: 'Active responses' }]}
      actions={
        response && (
          <ButtonLink href={`/responses/${encodeURIComponent(key)}`} icon={<Pencil />}>
            <span>
              Open<span className="max-desk:sr-only"> the response</span>
            </span>
          </ButtonLink>
        )
      }
    />
  );
  return (
    <PageScaffold head={head} className="gap-0 desk:pt-4!">
      <FileProblem workspace={workspace} />
      {response && (
        <p className="flex flex-wrap items-center gap-2 pt-3 pb-2 text-fg-2 desk:pt-0">
          {isDraft && <Badge tone="violet">In your draft</Badge>}
          <span>
            <PhraseText phrase={describeResponse(response, command?.timeoutAllowed ?? false)} />
          </span>
        </p>
      )}
      {!config ? null : !response ? (
        <EmptyState
          icon={<CircleHelp />}
          title="There is no such response"
          action={<ButtonLink href="/responses">Back to the responses</ButtonLink>}
        >
          It was removed, or your draft removes it. The list shows what there is.
        </EmptyState>
      ) : !command ? (
        <EmptyState
          icon={<CircleHelp />}
          title="It runs nowhere"
          action={<ButtonLink href="/commands">Go to commands</ButtonLink>}
        >
          {response.command === null ? 'It names no command.' : `There is no command ${response.command}.`}
        </EmptyState>
      ) : (
        <FleetView
          address={`/responses/${encodeURIComponent(key)}/agents`}
          executable={command.executable}
          off={response.off}
          note={agentNote}
          query={readFleetQuery(await searchParams)}
          fleet={fleetOfResponse({
            response,
            agents,
            executable: command.executable,
            manager: {
              name: identity.hostname,
              version: identity.version,
              scripts: facts.scripts,
              execdOff: (draft?.plan.ok ? draft.plan.after : config).verdict.execd.disabled,
            },
          })}
        />
      )}
    </PageScaffold>
  );
}
