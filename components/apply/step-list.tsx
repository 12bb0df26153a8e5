import { Check, Minus, X } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';
import type { ApplyStep, DaemonLight } from '@/lib/view/apply';
import { STATE_WORDS, stepSpan, stepText, stepTitle } from './apply-words';

const dots: Record<ApplyStep['state'], string> = {
  waiting: 'border-line-strong bg-surface text-fg-3',
  running: 'border-violet-solid bg-violet-bg text-violet-fg',
  done: 'border-transparent bg-green-bg-2 text-green-fg',
  failed: 'border-transparent bg-red-btn text-on-red',
  skipped: 'border-line-strong bg-surface text-fg-3',
};

function Glyph({ state }: { state: ApplyStep['state'] }) {
  if (state === 'done') return <Check className="icon-14" />;
  if (state === 'failed') return <X className="icon-14" />;
  if (state === 'skipped') return <Minus className="icon-14" />;
  return state === 'running' ? <Spinner className="icon-14" /> : null;
}

/** The steps of an apply, each with its state and how long it took. `now` is the server's clock. */
export function StepList({ steps, now }: { steps: readonly ApplyStep[]; now: number }) {
  return (
    <ol aria-label="Steps">
      {steps.map((step, index) => (
        <li key={step.key} className="relative flex gap-3.5 pb-4">
          {index < steps.length - 1 && (
            <span aria-hidden="true" className="absolute top-[26px] bottom-0.5 left-[11.5px] w-px bg-line-strong" />
          )}
          <span
            aria-hidden="true"
            className={cx('-mt-0.5 grid size-6 shrink-0 place-items-center rounded-full border', dots[step.state])}
          >
            <Glyph state={step.state} />
          </span>
          <StepBody step={step} now={now} />
        </li>
      ))}
    </ol>
  );
}

function StepBody({ step, now }: { step: ApplyStep; now: number }) {
  const { state, daemons } = step;
  const isQuiet = state === 'waiting' || state === 'skipped';
  const isBad = state === 'failed';
  const text = stepText(step);
  const span = stepSpan(step, now);
  const tone = isBad ? 'text-red-fg' : isQuiet ? 'text-fg-3' : '';
  return (
    <div className="min-w-0 flex-1">
      <p className="flex items-baseline gap-2">
        <span
          className={cx(
            'text-14 leading-5',
            state === 'running' ? 'font-semibold' : isQuiet ? 'font-medium' : 'font-strong',
            tone,
          )}
        >
          {stepTitle(step)}
        </span>
        {text !== STATE_WORDS[state] && <span className="sr-only">{STATE_WORDS[state]}</span>}
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
