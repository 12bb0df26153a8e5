import { Undo2 } from 'lucide-react';
import { Callout } from '@/components/ui/callout';
import { ProgressBar } from '@/components/ui/progress-bar';
import { clockText } from '@/components/ui/timer';
import type { Names } from './apply-actions';
import { phaseOf, phaseStart } from './apply-phase';
import type { ApplyState } from './apply-state';
import { stepTitle } from './apply-words';
import { reasonWords } from './outcome-words';

/** While it runs: the time so far against the usual time. The way back counts anew, and says what it is for. */
export function ProgressHead({ state, now, names }: { state: ApplyState; now: number; names: Names }) {
  const { apply, steps, usualMs } = state;
  const current = steps.findLast((step) => step.state !== 'waiting' && step.state !== 'skipped');
  const isUndoing = phaseOf(state) === 'undoing';
  const elapsedMs = Math.max(0, now - phaseStart(steps, apply.startedAt));
  return (
    <>
      <div className="flex items-center gap-4.5">
        <p
          role="timer"
          aria-label="Time so far"
          className="font-semibold text-[40px] leading-11 tracking-[-0.03em] tabular-nums"
        >
          {clockText(Math.floor(elapsedMs / 1000))}
        </p>
        <div className="min-w-0">
          <p className="text-14 font-semibold">{current ? stepTitle(current) : 'Starting'}</p>
          <p className="text-fg-2">
            {usualMs === null
              ? 'No usual time yet: nothing was measured'
              : `Usually done after ${Math.round(usualMs / 1000)} s`}
          </p>
        </div>
      </div>
      <ProgressBar
        label="Time against the usual time"
        tone={isUndoing ? 'ink' : 'violet'}
        className="mt-3.5 mb-5 shrink-0"
        value={usualMs === null ? undefined : Math.min(100, Math.round((elapsedMs / usualMs) * 100))}
      />
      {isUndoing && (
        <Callout tone="amber" icon={<Undo2 />} title="The previous file comes back" className="mb-5">
          {reasonWords(apply, names)}
        </Callout>
      )}
    </>
  );
}
