import { Check, Hand, Minus, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';
import type { ApplyStep, DaemonLight, RevertReason } from '@/lib/view/apply';
import { stateWords, stepSpan, stepText, stepTitle } from './apply-words';

type Look = ApplyStep['state'] | 'you' | 'undoing' | 'undone';

const dots: Record<Look, string> = {
  waiting: 'border-line-strong bg-surface text-fg-3',
  running: 'border-violet-solid bg-violet-bg text-violet-fg',
  // It is not kept yet: it still counts as draft.
  you: 'border-transparent bg-violet-btn text-on-violet',
  done: 'border-transparent bg-green-bg-2 text-green-fg',
  undoing: 'border-control bg-surface-3 text-fg',
  undone: 'border-transparent bg-surface-3 text-fg',
  failed: 'border-transparent bg-red-btn text-on-red',
  skipped: 'border-line-strong bg-surface text-fg-3',
};

const isStopped = (state: ApplyStep['state'], why: RevertReason | null): boolean =>
  state === 'failed' && (why === 'by-hand' || why === 'not-kept');

/** The way back is no success, and what somebody stopped is no failure: such steps are neutral. */
function lookOf({ key, state }: ApplyStep, why: RevertReason | null): Look {
  if (key === 'confirm' && state === 'running') return 'you';
  if (key !== 'put-back' && key !== 'restart-again') return isStopped(state, why) ? 'undone' : state;
  if (state === 'running') return 'undoing';
  return state === 'done' ? 'undone' : state;
}

const glyphs: Record<Look, ReactNode> = {
  waiting: null,
  running: <Spinner className="icon-14" />,
  you: <Hand className="icon-14" />,
  done: <Check className="icon-14" />,
  undoing: <Spinner className="icon-14" />,
  undone: <Undo2 className="icon-14" />,
  failed: <X className="icon-14" />,
  skipped: <Minus className="icon-14" />,
};

type Props = {
  steps: readonly ApplyStep[];
  /** The server's clock. */
  now: number;
  /** How long somebody has to keep it. */
  confirmSeconds?: number;
  /** What made Riposte put the previous file back. */
  why?: RevertReason | null;
};

/** The steps of an apply, each with its state and how long it took. */
export function StepList({ steps, now, confirmSeconds = 0, why = null }: Props) {
  return (
    <ol aria-label="Steps">
      {steps.map((step, index) => {
        const look = lookOf(step, why);
        return (
          <li key={step.key} className="relative flex gap-3.5 pb-4">
            {index < steps.length - 1 && (
              <span aria-hidden="true" className="absolute top-[26px] bottom-0.5 left-[11.5px] w-px bg-line-strong" />
            )}
            <span
              aria-hidden="true"
              className={cx('-mt-0.5 grid size-6 shrink-0 place-items-center rounded-full border', dots[look])}
            >
              {glyphs[look]}
            </span>
            <StepBody step={step} look={look} text={stepText(step, confirmSeconds)} now={now} />
          </li>
        );
      })}
    </ol>
  );
}

const tones: Partial<Record<Look, string>> = { waiting: 'text-fg-3', skipped: 'text-fg-3', failed: 'text-red-fg' };

function StepBody({ step, look, text, now }: { step: ApplyStep; look: Look; text: string; now: number }) {
  const { state, daemons } = step;
  const isBad = look === 'failed';
  const words = look === 'undone' && state === 'failed' ? 'Stopped' : stateWords(step);
  // The time to keep it runs backwards, in the ring.
  const span = look === 'you' ? null : stepSpan(step, now);
  const tone = tones[look] ?? '';
  const weight = state === 'running' ? 'font-semibold' : tone === 'text-fg-3' ? 'font-medium' : 'font-strong';
  return (
    <div className="min-w-0 flex-1">
      <p className="flex items-baseline gap-2">
        <span className={cx('text-14 leading-5', weight, tone)}>{stepTitle(step)}</span>
        {text !== words && <span className="sr-only">{words}</span>}
        {span && <span className="ml-auto text-12 text-fg-3 tabular-nums">{span}</span>}
      </p>
      {text && <p className={cx('mt-px text-12 wrap-anywhere', tone || 'text-fg-2')}>{text}</p>}
      {daemons.length > 0 && (state === 'running' || isBad) && <Daemons daemons={daemons} isOver={isBad} />}
    </div>
  );
}

const chips = {
  up: { look: 'border-line text-fg-2', word: 'up' },
  starting: { look: 'border-violet-line bg-violet-bg text-violet-fg', word: 'not restarted yet' },
  down: { look: 'border-line text-fg-3', word: 'down' },
  bad: { look: 'border-red-line bg-red-bg font-semibold text-red-fg', word: 'down' },
};

function Daemons({ daemons, isOver }: { daemons: readonly DaemonLight[]; isOver: boolean }) {
  return (
    <ul aria-label="Daemons" className="mt-[9px] flex flex-wrap gap-1">
      {daemons.map(({ name, state }) => {
        const shown = isOver && state !== 'up' ? 'bad' : state;
        return (
          <li
            key={name}
            className={cx(
              'inline-flex h-[22px] items-center gap-1 rounded-tag border px-[7px] font-mono text-11 font-medium',
              chips[shown].look,
            )}
          >
            <DaemonGlyph state={shown} />
            {name}
            <span className="sr-only"> {chips[shown].word}</span>
          </li>
        );
      })}
    </ul>
  );
}

function DaemonGlyph({ state }: { state: keyof typeof chips }) {
  if (state === 'up') return <Check className="icon-12 text-green-fg" />;
  if (state === 'bad') return <X className="icon-12" />;
  if (state === 'starting') return <Spinner className="icon-12" />;
  return <span aria-hidden="true" className="mx-[3px] size-[5px] rounded-full bg-line-strong" />;
}
