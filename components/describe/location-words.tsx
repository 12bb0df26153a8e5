import { CircleHelp, Crosshair, Monitor, Network, Server } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { ResponseFacts } from '@/lib/ossec/findings/finding';

type Words = { icon: ReactNode; title: string; tone?: 'warn' | 'bad'; word: string };

function wordsOf(
  { location, agentId }: Pick<ResponseFacts, 'location' | 'agentId'>,
  agentName: string | null,
  known: boolean,
): Words {
  switch (location) {
    case 'local':
      return { icon: <Monitor />, title: 'The agent that alerted', word: 'local' };
    case 'server':
      return { icon: <Server />, title: 'The manager', word: 'server' };
    case 'defined-agent':
      return {
        icon: <Crosshair />,
        title: agentName ?? `Agent ${agentId ?? '(none)'}`,
        word: agentName ? `defined-agent, ${agentId}` : 'defined-agent',
        tone: known ? undefined : 'bad',
      };
    case 'all':
      return { icon: <Network />, title: 'Every agent', word: 'all', tone: 'warn' };
    default:
      return { icon: <CircleHelp />, title: location ?? 'Nowhere', word: 'not a location Riposte writes', tone: 'bad' };
  }
}

const tones = { warn: 'text-amber-fg', bad: 'text-red-fg' };

/** Where a response runs: picture, plain words, Wazuh's word. Only `all` is amber, only what is broken is red. */
export function LocationWords(props: {
  facts: Pick<ResponseFacts, 'location' | 'agentId'>;
  agentName: string | null;
  known: boolean;
  note?: string;
  struck?: boolean;
}) {
  const { icon, title, tone, word } = wordsOf(props.facts, props.agentName, props.known);
  const colour = tone ? tones[tone] : undefined;
  return (
    <span className="flex items-start gap-[9px]">
      <span aria-hidden="true" className={cx('mt-0.5', colour ?? 'text-fg-3')}>
        {icon}
      </span>
      <span className="min-w-0">
        <b className={cx('block truncate font-medium', colour, props.struck && 'text-fg-3 line-through')}>{title}</b>
        <small className="block truncate text-12 text-fg-3">{props.note ? `${word}, ${props.note}` : word}</small>
      </span>
    </span>
  );
}
