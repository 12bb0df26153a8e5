import { ArrowLeft, ArrowRight } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { STEP_NAMES, STEPS } from './steps';

type Props = {
  /** The step on the guided path; null on one page. */
  at: number | null;
  busy: boolean;
  /** `all` is not confirmed. */
  blocked: boolean;
  onBack: () => void;
};

/** Back, where one is, and on: the buttons name the step they lead to. */
export function EditorFoot({ at, busy, blocked, onBack }: Props) {
  const previous = at === null ? undefined : STEPS[at - 1];
  const following = at === null ? undefined : STEPS[at + 1];
  const step = at === null ? undefined : STEPS[at];
  const count = at === null ? '' : `Step ${at + 1} of ${STEPS.length}`;
  return (
    <footer className="sticky bottom-0 z-10 flex min-h-14 shrink-0 items-center gap-3.5 border-line border-t bg-surface px-4 py-2 desk:static desk:pl-5">
      <Button icon={at === null ? undefined : <ArrowLeft />} onClick={onBack}>
        {previous ? STEP_NAMES[previous] : 'Cancel'}
      </Button>
      {step && (
        <span aria-hidden="true" className="hidden text-fg-3 desk:inline">
          {count}
        </span>
      )}
      <VisuallyHidden live>{step ? `${count}: ${STEP_NAMES[step]}` : ''}</VisuallyHidden>
      <span className="ml-auto flex items-center gap-3">
        {blocked && <span className="hidden text-12 text-fg-3 desk:inline">Type the number of agents first</span>}
        {following ? (
          <Button variant="primary" type="submit" disabled={blocked} iconEnd={<ArrowRight />}>
            {STEP_NAMES[following]}
          </Button>
        ) : (
          <Button variant="primary" type="submit" busy={busy} disabled={blocked}>
            Save to draft
          </Button>
        )}
      </span>
    </footer>
  );
}
