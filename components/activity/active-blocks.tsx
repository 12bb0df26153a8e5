'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useSecondsLeft } from '@/components/shell/use-seconds-left';
import { Badge } from '@/components/ui/badge';
import { CopyLine } from '@/components/ui/copy-line';
import { EmptyState } from '@/components/ui/empty-state';
import type { ActiveBlock, ActiveBlocks as ActiveBlocksView } from '@/lib/view/activity';

/** Blocks in force, with the time that is left, and how each is lifted by hand. */
export function ActiveBlocks({ blocks, more, icon }: ActiveBlocksView & { icon: React.ReactNode }) {
  const arrivedAt = useArrival(blocks);
  if (blocks.length === 0)
    return (
      <EmptyState compact icon={icon} title="Nothing is in force">
        As far as the reports tell: no block waits for its undo.
      </EmptyState>
    );
  return (
    <>
      <ul>
        {blocks.map((block) => (
          <li key={block.key} className="border-line border-b px-4 py-3 last:border-b-0">
            <Block block={block} arrivedAt={arrivedAt} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="border-line border-t px-4 py-2.5 text-12 text-fg-2">
          {more.toLocaleString('en-US')} more: filter the table below by the outcome In force.
        </p>
      )}
    </>
  );
}

/** When `blocks` came: counting starts when the browser has taken over, the server does not tick. */
function useArrival(blocks: readonly ActiveBlock[]): number | null {
  const [arrived, setArrived] = useState<{ blocks: readonly ActiveBlock[]; at: number } | null>(null);
  useEffect(() => setArrived({ blocks, at: performance.now() }), [blocks]);
  return arrived?.blocks === blocks ? arrived.at : null;
}

function Block({ block, arrivedAt }: { block: ActiveBlock; arrivedAt: number | null }) {
  const { target, script, where, since, remainingMs, permanent, why, alertHref } = block;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        <b className="font-semibold wrap-anywhere">{target}</b>
        <span className="text-fg-2">{script}</span>
        <span className="ml-auto font-medium tabular-nums">
          {permanent ? (
            <Badge tone="amber">Permanent</Badge>
          ) : remainingMs === null ? (
            'End not known'
          ) : (
            <Countdown remainingMs={remainingMs} arrivedAt={arrivedAt} target={target} />
          )}
        </span>
      </div>
      <p className="text-12 text-fg-2">
        {where}, since {since}. {why}{' '}
        {alertHref && (
          <Link href={alertHref} scroll={false} prefetch={false} className="link">
            Alert
          </Link>
        )}
      </p>
      <details className="mt-1">
        <summary className="w-fit text-12 text-blue-fg">How to lift it</summary>
        <HowToLift block={block} />
      </details>
    </>
  );
}

function Countdown({
  remainingMs,
  arrivedAt,
  target,
}: {
  remainingMs: number;
  arrivedAt: number | null;
  target: string;
}) {
  const left = useSecondsLeft(remainingMs, arrivedAt);
  if (left === 0) return 'Ends now';
  return (
    <span role="timer" aria-label={`Time left for ${target}`}>
      {timeText(left)}
    </span>
  );
}

const two = (value: number) => String(value).padStart(2, '0');

/** "23:20:09", "2 d 03:00:00" */
function timeText(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return days > 0 ? `${days} d ${clock}` : clock;
}

function HowToLift({ block: { lifts, call, script } }: { block: ActiveBlock }) {
  return (
    <div className="flex flex-col gap-2.5 py-2">
      {lifts.map(({ hosts, steps, note }) => (
        <div key={hosts} className="flex flex-col gap-1.5">
          <p className="text-12 text-fg-2">{hosts}</p>
          {steps.map(({ prompt, line }) => (
            <CopyLine key={line} prompt={prompt} command={line} />
          ))}
          {note && <p className="text-12 text-fg-3">{note}</p>}
        </div>
      ))}
      {call && (
        <div className="flex flex-col gap-1.5">
          <p className="text-12 text-fg-2">
            Or through the API, where riposte-lift.sh is installed: it runs {script} once more, to undo.
          </p>
          <CopyLine prompt="$" command={call} />
        </div>
      )}
    </div>
  );
}
