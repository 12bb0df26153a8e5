'use client';

import Link from 'next/link';
import { useDecide } from '@/components/apply/use-decide';
import { Button } from '@/components/ui/button';
import { clockText } from '@/components/ui/timer';
import type { ActionResult } from '@/lib/view/action-result';
import type { ShellApply } from '@/lib/view/shell-state';
import { appliedWords, otherwiseWords } from './shell-words';
import { useSecondsLeft } from './use-seconds-left';

const SPEAK_AT = [60, 30, 10];
const LOW_SECONDS = 30;
const RADIUS = 11;
const ROUND = 2 * Math.PI * RADIUS;

type ById = (input: { id: number }) => Promise<ActionResult>;
type Props = {
  apply: ShellApply;
  arrivedAt: number | null;
  /** Absent for who may not apply. */
  keep?: ById | undefined;
  revert?: ById | undefined;
  onDecided: () => void;
};

/** An apply waits to be kept: ring, time in figures, what happens at zero, and both answers. */
export function CountdownBar({ apply, arrivedAt, keep, revert, onDecided }: Props) {
  const left = useSecondsLeft(apply.remainingMs ?? 0, arrivedAt);
  const { busy, run } = useDecide();
  const { id } = apply;
  const decide = (decision: 'keep' | 'revert', action: ById) =>
    run(decision, async () => {
      const result = await action({ id });
      onDecided();
      return result;
    });
  return (
    <aside
      aria-label="Keep or revert"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-amber-line bg-amber-bg px-4 py-2 max-desk:border-b desk:rounded-panel desk:border"
    >
      <div className="flex min-w-0 flex-1 basis-72 items-center gap-3">
        <Ring part={apply.confirmSeconds > 0 ? left / apply.confirmSeconds : 0} low={left <= LOW_SECONDS} />
        <p className="min-w-0">
          <b className="font-semibold">{appliedWords(apply)}</b>{' '}
          {left > 0 ? (
            <>
              <span role="timer" aria-label="Time left to keep the changes" className="font-semibold tabular-nums">
                {clockText(left)}
              </span>{' '}
              {otherwiseWords(apply)}
            </>
          ) : (
            'The time is up: Riposte puts the previous file back.'
          )}{' '}
          <Link href={`/apply/${id}`} className="link whitespace-nowrap">
            See what it did
          </Link>
        </p>
      </div>
      {keep && revert && left > 0 && (
        <div className="flex flex-1 gap-2 desk:flex-none">
          <Button
            variant="primary"
            className="flex-1 desk:w-32 desk:flex-none"
            busy={busy === 'keep'}
            disabled={busy === 'revert'}
            onClick={() => decide('keep', keep)}
          >
            Keep changes
          </Button>
          <Button
            className="flex-1 desk:w-32 desk:flex-none"
            busy={busy === 'revert'}
            disabled={busy === 'keep'}
            onClick={() => decide('revert', revert)}
          >
            Revert now
          </Button>
        </div>
      )}
      <span role="status" className="sr-only">
        {SPEAK_AT.includes(left) ? `${left} seconds left to keep the changes` : ''}
      </span>
    </aside>
  );
}

function Ring({ part, low }: { part: number; low: boolean }) {
  return (
    <svg viewBox="0 0 28 28" className="size-7 shrink-0 -rotate-90" fill="none" strokeWidth="4" aria-hidden="true">
      <circle cx="14" cy="14" r={RADIUS} className="stroke-amber-bg-2" />
      {part > 0 && (
        <circle
          cx="14"
          cy="14"
          r={RADIUS}
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - Math.min(1, part))}
          className={low ? 'stroke-amber-solid' : 'stroke-ink'}
        />
      )}
    </svg>
  );
}
