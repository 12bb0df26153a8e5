import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { GuideSteps } from '@/components/endpoints/guide-steps';
import { ScriptChooser } from '@/components/endpoints/script-chooser';
import { ScriptSkeletonPanel } from '@/components/endpoints/script-skeleton-panel';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { ENDPOINT_SYSTEMS, type EndpointSystem, endpointGuide, isPlainFileName } from '@/lib/endpoints/endpoint-guide';
import { SKELETONS, type Skeleton, scriptSkeleton } from '@/lib/endpoints/script-skeleton';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { loadFacts } from '@/lib/workflow/load-facts';
import { ManagerMissing } from '../../file-problem';
import { loadPage } from '../../load-page';

export const metadata: Metadata = { title: 'Endpoint scripts' };

const EXAMPLE = 'my-response.py';
const KINDS: Record<EndpointSystem, readonly Skeleton[]> = {
  linux: ['python', 'bash'],
  macos: ['python', 'bash'],
  windows: ['powershell', 'python'],
};

type Props = { searchParams: Promise<{ system?: string; script?: string; skeleton?: string }> };

export default async function EndpointsPage({ searchParams }: Props) {
  const page = await loadPage();
  if (!page.ok) return <ManagerMissing title="Endpoint scripts" failure={page.failure} />;
  const params = await searchParams;
  const { agents, facts } = await loadFacts(page.workspace);
  const asked = params.script ?? '';
  const script = isPlainFileName(asked) ? asked : EXAMPLE;
  const system =
    ENDPOINT_SYSTEMS.find((one) => one === params.system) ??
    (/\.(exe|bat|cmd|ps1)$/i.test(script) ? 'windows' : 'linux');
  const guide = endpointGuide(system, script);
  const kind = KINDS[system].find((one) => one === params.skeleton) ?? (KINDS[system][0] as Skeleton);
  const address = (change: Record<string, string>) =>
    `/endpoints?${new URLSearchParams({ system, ...(isPlainFileName(asked) && { script: asked }), ...change })}`;
  const hrefOf = Object.fromEntries(SKELETONS.map((one) => [one, address({ skeleton: one })])) as Record<
    Skeleton,
    string
  >;
  const count = (one: EndpointSystem) =>
    agents.filter((agent) => agent.system === one || (one === 'linux' && agent.system === 'unix')).length;
  const stock = stockCommandOf(script);
  const executables = [...new Set(facts.commands.map(({ executable }) => executable))].sort();
  return (
    <PageScaffold
      head={<PageHeader title="Endpoint scripts" sub="A response only runs where its script is installed" />}
    >
      <TabLinks
        label="System"
        tabs={ENDPOINT_SYSTEMS.map((one) => ({
          href: address({ system: one, skeleton: '' }),
          label: endpointGuide(one, script).words,
          count: count(one),
          current: one === system,
        }))}
      />
      <div className="grid grid-cols-1 gap-x-9 gap-y-6 pt-5 mid:grid-cols-2">
        <div className="min-w-0">
          <ScriptChooser
            system={system}
            chosen={isPlainFileName(asked) ? asked : ''}
            options={executables.map((name) => ({
              name,
              stock: stockCommandOf(name) !== null && stockCommandOf(name) !== undefined,
            }))}
          />
          {stock ? (
            <Callout tone="green" title={`Nothing to install for ${script}`}>
              It comes with the Wazuh agent on {stock.systems.join(', ')}. {stock.does} The log below shows each run.
            </Callout>
          ) : (
            <GuideSteps steps={guide.steps} />
          )}
          {!stock && (
            <div className="flex flex-wrap items-center gap-3 pl-[38px]">
              <ButtonLink size="s" href="/commands?new=1" icon={<Plus className="icon-14" />}>
                New command
              </ButtonLink>
              <span className="text-12 text-fg-2">Then create a response that uses it.</span>
            </div>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {!stock && (
            <ScriptSkeletonPanel
              kinds={KINDS[system]}
              current={kind}
              hrefOf={hrefOf}
              text={scriptSkeleton(kind, script, guide.runLog)}
              downloadHref={`/endpoints/skeleton?${new URLSearchParams({ system, script, skeleton: kind })}`}
            />
          )}
          <Panel title="Where things are" sub={guide.words} line>
            <DefinitionList
              layout="lines"
              className="px-4 py-3"
              items={[
                { term: 'Scripts', value: <code>{guide.scripts}</code> },
                { term: 'Run log', value: <code>{guide.runLog}</code> },
                { term: 'Agent log', value: <code>{guide.agentLog}</code> },
                { term: 'Runs as', value: guide.runsAs },
              ]}
            />
          </Panel>
        </div>
      </div>
    </PageScaffold>
  );
}
