import { CircleCheck, CircleDashed, TriangleAlert, WifiOff, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import type { Evidence, NewBlocks } from '@/lib/view/apply';
import { agentsText, blocksText, errorsText } from './evidence-words';

type Props = {
  evidence: Evidence | null;
  /** How long ago the manager had restarted: "18 s". */
  since: string | null;
  isConnected: boolean;
  /** "61 lines since 14:33:24" */
  logText: string;
  /** A time as people read it: "14:33:24". */
  clock: (at: number) => string;
  log: { isOpen: boolean; onOpen: () => void; onProblems: () => void };
};

const good = <CircleCheck className="text-green-fg" />;
const open = <CircleDashed className="text-fg-3" />;
const bad = <TriangleAlert className="text-amber-fg" />;

/** What was seen since the restart: what to decide by. */
export function EvidencePanel({ evidence, since, isConnected, logText, clock, log }: Props) {
  const agents = agentsText(evidence);
  const errors = evidence?.newErrors ?? 0;
  return (
    <Panel line title="Since the restart" sub={since} className="w-full text-left">
      <ul className="divide-y divide-line">
        <Row
          icon={isConnected ? good : <WifiOff className="text-amber-fg" />}
          title={isConnected ? 'Your browser still reaches Riposte' : 'Your browser does not reach Riposte'}
          text={isConnected ? 'This page is connected.' : 'It tries again. If a response locks you out, just wait.'}
        />
        {evidence && <Row icon={agents.isGood ? good : open} title={agents.title} text={agents.text} />}
        {evidence?.newBlocks && <BlocksRow blocks={evidence.newBlocks} clock={clock} />}
        {evidence && (
          <Row
            icon={errors === 0 ? good : bad}
            title={errorsText(errors)}
            text={logText}
            more={
              <button
                type="button"
                className="link max-desk:min-h-8"
                aria-expanded={errors === 0 ? log.isOpen : undefined}
                onClick={errors === 0 ? log.onOpen : log.onProblems}
              >
                {errors > 0 ? 'Show problems' : log.isOpen ? 'Close log' : 'Open log'}
              </button>
            }
          />
        )}
      </ul>
    </Panel>
  );
}

function BlocksRow({ blocks, clock }: { blocks: NewBlocks; clock: Props['clock'] }) {
  const { title, text } = blocksText(blocks);
  const lines = blocks.last.map(({ command, agent, target, at }) => (
    <span key={`${at} ${command} ${agent} ${target}`} className="flex gap-3">
      <span className="min-w-0 flex-1 wrap-anywhere">
        {command} on {agent} against {target}
      </span>
      <time className="text-fg-3 tabular-nums">{clock(at)}</time>
    </span>
  ));
  return (
    <Row
      icon={blocks.count > 0 ? <Zap className="text-violet-fg" /> : open}
      title={title}
      text={lines.length > 0 ? lines : text}
    />
  );
}

type RowProps = { icon: ReactNode; title: string; text: ReactNode; more?: ReactNode };

function Row({ icon, title, text, more }: RowProps) {
  return (
    <li className="flex items-start gap-[11px] px-4 py-2.5">
      <span className="mt-0.5 shrink-0">{icon}</span>
      <div className="min-w-0 flex-1">
        <p className="font-strong">{title}</p>
        {text && <div className="text-12 text-fg-2">{text}</div>}
      </div>
      {more}
    </li>
  );
}
