import { Waypoints } from 'lucide-react';
import Link from 'next/link';
import { ChainStrip } from '@/components/trace/chain-strip';
import { LinkList } from '@/components/trace/link-list';
import { ResponseChoice } from '@/components/trace/response-choice';
import { Callout } from '@/components/ui/callout';
import { ChipLink } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { describeTrigger } from '@/lib/ossec/describe/describe-response';
import { toText } from '@/lib/ossec/describe/phrase';
import { verdictOf } from '@/lib/trace/link-words';
import { brokenLink, type Trace, type TracedAlert } from '@/lib/trace/trace';
import { loadTraces } from '@/lib/workflow/load-trace';
import type { ManagerState } from '@/lib/workflow/manager-state';
import { onDiskOf, type Workspace } from '@/lib/workflow/workspace';
import { formatDay } from '../../format-time';

type Props = {
  workspace: Workspace;
  state: ManagerState;
  alert: TracedAlert;
  params: Record<string, string | string[] | undefined>;
  /** The key of a response; another or none: the nearest. */
  chosen: string;
  follow: string | null;
};

/** The alert, the responses that may be meant, and the chain to one of them. */
export async function ChosenAlert({ workspace, state, alert, params, chosen, follow }: Props) {
  const traces = await loadTraces(workspace, state, { alert, follow });
  const trace = traces.find(({ key }) => key === chosen) ?? traces[0];
  const hrefOf = (key: string, agent = follow ?? '') => {
    const given = Object.entries({ ...params, response: key, ...(agent && { agent }) }).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    return `/trace?${new URLSearchParams(given)}`;
  };
  return (
    <>
      <AlertLine alert={alert} />
      {trace ? (
        <div className="grid grid-cols-1 items-start gap-4 mid:grid-cols-[minmax(0,300px)_minmax(0,1fr)]">
          <ResponseChoice
            choices={traces.map((one) => ({
              trace: one,
              href: hrefOf(one.key),
              trigger: triggerOf(workspace, one),
              current: one.key === trace.key,
            }))}
          />
          <Chain trace={trace} hrefOf={(agent) => hrefOf(trace.key, agent)} />
        </div>
      ) : (
        <EmptyState icon={<Waypoints />} title="There is no response to follow it to">
          ossec.conf has no active response.
        </EmptyState>
      )}
    </>
  );
}

function AlertLine({ alert }: { alert: TracedAlert }) {
  const { ruleId, level, description, agentId, agentName, address, user, at, id } = alert;
  const about = [address, user].filter((one) => one !== null).join(', ');
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <p className="min-w-0">
        <b className="font-semibold wrap-anywhere">
          Rule {ruleId}, level {level}
          {description && `: ${description}`}
        </b>
        <span className="block text-12 text-fg-2">
          {[
            at === null ? 'Time not said' : formatDay(at),
            agentName.endsWith(agentId) ? agentName : `${agentName} (${agentId})`,
            about || 'no address, no user',
            id === null ? null : `alert ${id}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <Link href="/trace" className="link ml-auto">
        Another alert
      </Link>
    </div>
  );
}

const TONES = { ok: 'green', bad: 'red', unknown: 'grey' } as const;

function Chain({ trace, hrefOf }: { trace: Trace; hrefOf: (agent: string) => string }) {
  const { state, words } = verdictOf(trace);
  const broken = brokenLink(trace);
  const open = trace.links.filter((link) => link.state === 'unknown').length;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Callout tone={TONES[state]} title={words}>
        {broken?.evidence}
        {!broken && open > 0 && `${open} ${open === 1 ? 'link is' : 'links are'} not known.`}
      </Callout>
      {trace.hosts.count > 1 && (
        <nav aria-label="Host to follow" className="flex flex-wrap items-center gap-1.5">
          <span className="mr-1 text-12 text-fg-2">
            It runs on {trace.hosts.count.toLocaleString('en-US')} hosts. Follow it to
          </span>
          {trace.hosts.named.map(({ id, name }) => (
            <ChipLink
              key={id}
              href={hrefOf(id)}
              scroll={false}
              prefetch={false}
              look={id === trace.follows ? 'on' : 'plain'}
              aria-current={id === trace.follows ? 'true' : undefined}
            >
              {name}
            </ChipLink>
          ))}
        </nav>
      )}
      <Panel title={`To ${trace.command}`} sub={`line ${trace.line}`} line>
        <div className="border-line border-b px-3 py-3">
          <ChainStrip links={trace.links} />
        </div>
        <LinkList links={trace.links} />
      </Panel>
      <p className="text-12 text-fg-3">
        Each link tells what is known now. Only the report tells what happened when the alert was raised.
      </p>
    </div>
  );
}

function triggerOf(workspace: Workspace, { key }: Trace): string {
  const model = onDiskOf(workspace)?.model;
  const at = Number(key.slice(1));
  const block = key.startsWith('c') ? model?.commented[at] : model?.responses[at];
  return (block && toText(describeTrigger(block))) || 'no trigger';
}
