import { Check, FileDiff } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import type { Problems } from '@/lib/forms/command-problems';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import { allProblem } from './all-guard';
import { stepSummary } from './preview-words';
import { problemsOfStep, STEP_NAMES, STEPS, type Step } from './steps';

type Props = {
  values: ResponseFormValues;
  data: ResponseFormData;
  problems: Problems;
  /** Null on one page: then a step is a place on it. */
  current: Step | null;
  onPick: (step: Step) => void;
};

/** The steps with what was answered. On a phone a row of bars. */
export function StepsNav({ values, data, problems, current, onPick }: Props) {
  // On one page the last step only holds the switch.
  const nameOf = (step: Step) => (current === null && step === 'review' ? 'On or off' : STEP_NAMES[step]);
  const at = current ? STEPS.indexOf(current) : STEPS.length;
  return (
    <nav
      aria-label="Steps"
      className="scroll-thin flex flex-col px-4 pt-3 desk:overflow-auto desk:py-5 desk:pr-3 desk:pl-5"
    >
      <ol className="flex gap-1.5 desk:block">
        {STEPS.map((step, index) => {
          const done =
            Object.keys(problemsOfStep(step, problems)).length === 0 &&
            ((current !== null && index < at) || stepSummary(step, values, data) !== null);
          const isCurrent = step === current;
          const unconfirmed = step === 'location' && allProblem(values, data) !== null;
          const summary =
            stepSummary(step, values, data) ??
            (step === 'trigger' && current !== null && index < at ? 'Never fires' : 'Not set');
          return (
            <li
              key={step}
              className="relative flex-1 desk:not-last:after:absolute desk:not-last:after:top-[29px] desk:not-last:after:-bottom-[9px] desk:not-last:after:left-[18.5px] desk:not-last:after:w-px desk:not-last:after:bg-line"
            >
              <button
                type="button"
                onClick={() => onPick(step)}
                aria-current={isCurrent ? 'step' : undefined}
                className={cx(
                  'flex w-full gap-[11px] text-left max-desk:min-h-10 max-desk:border-t-3 max-desk:pt-1.5 desk:rounded-control desk:p-2',
                  isCurrent
                    ? 'text-fg max-desk:border-ink desk:bg-surface-3'
                    : cx(
                        'desk:hover:bg-surface-2',
                        done ? 'text-fg max-desk:border-fg-3' : 'text-fg-2 max-desk:border-line-strong',
                      ),
                )}
              >
                <span
                  aria-hidden="true"
                  className={cx(
                    'relative z-1 -mt-px hidden size-[22px] shrink-0 place-items-center rounded-full border text-11 font-semibold desk:grid',
                    isCurrent
                      ? 'border-ink bg-ink text-on-ink'
                      : done && step !== 'review'
                        ? 'border-transparent bg-surface-3 text-fg'
                        : 'border-line-strong bg-surface text-fg-2',
                  )}
                >
                  {done && !isCurrent && step !== 'review' ? <Check className="icon-14" /> : index + 1}
                </span>
                <span className="min-w-0">
                  <span className={cx('block max-desk:text-11', isCurrent ? 'font-semibold' : 'font-medium')}>
                    {nameOf(step)}
                  </span>
                  {step !== 'review' && (
                    <span
                      className={cx(
                        'hidden text-12 wrap-anywhere desk:line-clamp-3',
                        unconfirmed ? 'text-red-fg' : isCurrent ? 'text-fg-2' : 'text-fg-3',
                      )}
                    >
                      {unconfirmed ? 'Every agent, not confirmed' : summary}
                    </span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="mt-auto hidden gap-[9px] p-2 text-12 text-fg-3 desk:flex">
        <FileDiff className="mt-px text-violet-fg" />
        <span>You save to your draft at the end. The manager does not change until you apply.</span>
      </p>
    </nav>
  );
}
