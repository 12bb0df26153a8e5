'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Timer } from '@/components/ui/timer';
import type { ApplySnapshot } from '@/lib/view/apply';
import { type ApplyActions, type Names, nameIn } from './apply-actions';
import { KEEP_QUESTION } from './apply-words';
import type { Decide } from './use-decide';

type Props = {
  apply: ApplySnapshot['apply'];
  remainingMs: number | null;
  names: Names;
  actions: ApplyActions;
  decide: Decide;
  /** What was seen since the restart. */
  children: ReactNode;
};

const TIME_IS_UP = 'The time is up. Riposte puts the previous file back and restarts the manager.';

/** It runs: does it stay? What happens at zero stands beside the time, and the time runs whether or not this page is open. */
export function ConfirmPanel({ apply, remainingMs, names, actions, decide, children }: Props) {
  // Which of the times that the server told has run out here.
  const [endedAt, setEndedAt] = useState<number | null>(null);
  const left = remainingMs ?? 0;
  const isOver = left <= 0 || endedAt === left;
  const decision = decisionText(apply, names);
  return (
    <section aria-label="Keep or revert" className="flex w-[560px] max-w-full flex-col items-center text-center">
      <Timer
        label="Time to keep the changes"
        secondsLeft={left / 1000}
        secondsTotal={apply.confirmSeconds}
        onEnd={() => setEndedAt(left)}
        className="mb-4.5"
      />
      <h2 className="text-20 leading-7 font-semibold tracking-h1">{decision ? decision.title : KEEP_QUESTION}</h2>
      <p className="mt-1.5 mb-4.5 max-w-[46ch] text-fg-2">
        {decision?.text ??
          (isOver
            ? TIME_IS_UP
            : 'If nobody presses Keep, Riposte puts the previous file back and restarts the manager. So if a response locks you out, just wait.')}
      </p>
      {!decision && !isOver && <Buttons id={apply.id} actions={actions} decide={decide} />}
      <div className="mt-3 w-full">{children}</div>
    </section>
  );
}

/** Null while nobody has decided. At the end of the time Riposte itself decides. */
function decisionText(
  { decision, decidedBy }: Pick<ApplySnapshot['apply'], 'decision' | 'decidedBy'>,
  names: Names,
): { title: string; text: string } | null {
  if (decision === null) return null;
  if (decidedBy === null) return { title: 'Nobody kept the changes', text: TIME_IS_UP };
  const who = nameIn(names, decidedBy);
  if (decision === 'keep') return { title: 'Kept', text: `${who} pressed Keep changes.` };
  return { title: 'Reverting', text: `${who} pressed Revert now. The previous file comes back.` };
}

function Buttons({ id, actions, decide }: { id: number; actions: ApplyActions; decide: Decide }) {
  const { keep, revertNow } = actions;
  if (!keep || !revertNow) {
    return <p className="mb-4.5 text-fg-2">Your role only looks on: who may apply can keep or revert.</p>;
  }
  const busy = decide.busy !== null;
  return (
    <div className="mb-4.5 flex w-full justify-center gap-2">
      <Button
        variant="primary"
        size="l"
        busy={decide.busy === 'keep'}
        disabled={busy && decide.busy !== 'keep'}
        onClick={() => decide.run('keep', () => keep({ id }))}
        className="flex-1 desk:w-36 desk:flex-none"
      >
        Keep changes
      </Button>
      <Button
        size="l"
        busy={decide.busy === 'revert'}
        disabled={busy && decide.busy !== 'revert'}
        onClick={() => decide.run('revert', () => revertNow({ id }))}
        className="flex-1 desk:w-36 desk:flex-none"
      >
        Revert now
      </Button>
    </div>
  );
}
