import { Equal, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { StatusDot } from '@/components/ui/status-dot';
import type { Agent, Daemon } from '@/lib/manager/manager';

type State = {
  up: boolean;
  requiredUp: number;
  required: number;
  optionalOff: number;
  missing: string[];
  daemons: Daemon[];
  sync: { state: 'in-sync' | 'restart-pending' | 'manager-down' | 'unknown' };
};

type Props = {
  state: State;
  version: string | null;
  flavour: string;
  upSince: string | null;
  changed: string | null;
  agents: Agent[];
  agentNote: string | null;
};

function Cell({
  term,
  value,
  children,
  amber,
}: {
  term: string;
  value: ReactNode;
  children: ReactNode;
  amber?: boolean;
}) {
  return (
    <div
      className={cx(
        'min-w-0 border-line px-3 py-[11px] max-mid:even:border-l max-mid:[&:nth-child(n+3)]:border-t mid:border-l mid:px-4 mid:py-3.5 mid:first:border-l-0',
        amber && 'bg-amber-bg',
      )}
    >
      <dt className="mb-1 text-12 text-fg-3">{term}</dt>
      <dd>
        <b className="flex items-center gap-[9px] text-14 font-semibold tracking-h3 mid:text-16">{value}</b>
        <small className="mt-0.5 block text-12 text-fg-2">{children}</small>
      </dd>
    </div>
  );
}

const SYNC = {
  'in-sync': {
    words: 'File = running config',
    detail: 'The manager has read this file',
    icon: <Equal className="text-green-fg" />,
  },
  'restart-pending': {
    words: 'Restart pending',
    detail: 'The manager runs an older file',
    icon: <TriangleAlert className="text-amber-fg" />,
  },
  'manager-down': {
    words: 'No file is running',
    detail: 'The manager reads it when it starts',
    icon: <TriangleAlert className="text-red-fg" />,
  },
  unknown: {
    words: 'Not known',
    detail: 'The state of the manager is not known',
    icon: <TriangleAlert className="text-amber-fg" />,
  },
};

/** Is the manager fine, is the file what runs, are the daemons up, are the agents there. */
export function StateStrip({ state, version, flavour, upSince, changed, agents, agentNote }: Props) {
  const sync = SYNC[state.sync.state];
  const count = (connection: Agent['connection']) => agents.filter((agent) => agent.connection === connection).length;
  const known = agents.some(({ connection }) => connection !== 'unknown');
  const absent = [
    [count('disconnected'), 'disconnected'],
    [count('never_connected'), 'never connected'],
    [count('pending'), 'pending'],
  ].flatMap(([n, words]) => (Number(n) > 0 ? [`${n} ${words}`] : []));
  const agentsText = [state.requiredUp === 0 && 'As last known', ...(absent.length > 0 ? absent : ['All connected'])]
    .filter(Boolean)
    .join(', ');
  return (
    <dl className="grid shrink-0 grid-cols-2 overflow-hidden rounded-panel border border-line mid:grid-cols-[1fr_1.12fr_1fr_1fr]">
      <Cell
        term="Manager"
        value={
          <>
            <StatusDot state={state.up ? 'ok' : 'bad'} className="ml-[3px]" />
            {state.up ? 'Running' : state.requiredUp > 0 ? 'Partly running' : 'Not running'}
          </>
        }
      >
        {[`${flavour}-manager${version ? ` ${version}` : ''}`, upSince].filter(Boolean).join(', ')}
      </Cell>
      <Cell
        term="Configuration"
        amber={state.sync.state !== 'in-sync'}
        value={
          <>
            {sync.icon}
            {sync.words}
          </>
        }
      >
        {changed ?? sync.detail}
      </Cell>
      <Cell term="Daemons" value={`${state.requiredUp} of ${state.required} up`}>
        {state.missing.length > 0
          ? `Down: ${state.missing.join(', ')}`
          : state.optionalOff === 1
            ? '1 optional daemon is off'
            : `${state.optionalOff} optional daemons are off`}
      </Cell>
      <Cell
        term="Agents"
        value={known ? `${count('active')} of ${agents.length} connected` : `${agents.length} registered`}
      >
        {agentNote ?? agentsText}
      </Cell>
    </dl>
  );
}
