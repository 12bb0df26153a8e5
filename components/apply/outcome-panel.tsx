'use client';

import { CircleAlert, CircleCheck, Clock, OctagonX, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button, ButtonLink } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import type { ActionResult } from '@/lib/view/action-result';
import type { ApplyResult, ApplySnapshot } from '@/lib/view/apply';
import { outcomeTitle } from './apply-words';

type Started = ActionResult<{ id: number }>;

export type OutcomeActions = {
  /** Puts the file from before back; absent when that is not possible (any more). */
  revert?: (input: { id: number }) => Promise<Started>;
  restart?: () => Promise<Started>;
  hasDraft: boolean;
  /** Other applies came after this one: what it says was true then. */
  isPast?: boolean;
};

const looks: Record<ApplyResult, { icon: ReactNode; look: string }> = {
  running: { icon: <CircleCheck className="icon-20" />, look: 'bg-green-bg-2 text-green-fg' },
  saved: { icon: <Clock className="icon-20" />, look: 'bg-amber-bg-2 text-amber-fg' },
  'not-written': { icon: <CircleAlert className="icon-20" />, look: 'bg-amber-bg-2 text-amber-fg' },
  failed: { icon: <OctagonX className="icon-20" />, look: 'bg-red-bg-2 text-red-fg' },
  reverted: { icon: <Undo2 className="icon-20" />, look: 'bg-amber-bg-2 text-amber-fg' },
  'revert-failed': { icon: <OctagonX className="icon-20" />, look: 'bg-red-bg-2 text-red-fg' },
  superseded: { icon: <CircleAlert className="icon-20" />, look: 'bg-amber-bg-2 text-amber-fg' },
  interrupted: { icon: <CircleAlert className="icon-20" />, look: 'bg-amber-bg-2 text-amber-fg' },
};

/** How it ended: what is true now, then why, in the manager's own words, then what to do. */
export function OutcomePanel({
  apply,
  took,
  actions,
}: {
  apply: ApplySnapshot['apply'];
  took: string;
  actions: OutcomeActions;
}) {
  const { outcome } = apply;
  const result = outcome?.result ?? 'interrupted';
  const { icon, look } = looks[result];
  const title = outcomeTitle(apply);
  const message = result === 'saved' ? null : outcome?.message;
  return (
    <section aria-label="Outcome" className="mb-5 flex gap-3.5 border-line border-b pb-5">
      <span className={cx('grid size-10 shrink-0 place-items-center rounded-main', look)}>{icon}</span>
      <div className="min-w-0 flex-1">
        <h2 className="mb-1 text-16 font-semibold tracking-h2">{title}</h2>
        {result === 'running' ? (
          <p className="text-fg-2">Every daemon is up, and the manager has loaded what the file says. Took {took}.</p>
        ) : (
          <>
            {message && <p className="text-fg-2 wrap-anywhere">{message}</p>}
            {outcome?.hint && !actions.isPast && <p className="mt-1 text-fg-2 wrap-anywhere">{outcome.hint}</p>}
          </>
        )}
        {outcome && outcome.lines.length > 0 && <Cause lines={outcome.lines} />}
        {actions.isPast && (
          <p className="mt-1 text-fg-2">
            This was so then. Other applies followed:{' '}
            <Link href="/history" className="link">
              History
            </Link>
          </p>
        )}
        <Buttons apply={apply} result={result} actions={actions} />
      </div>
    </section>
  );
}

function Cause({ lines }: { lines: string[] }) {
  return (
    <div className="mt-2.5">
      <h3 className="text-12 font-semibold text-fg-2">What the manager said</h3>
      <ul className="mt-1 flex flex-col gap-1 rounded-control bg-red-bg px-2.5 py-2 text-code leading-4 text-red-fg wrap-anywhere">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Buttons({
  apply,
  result,
  actions,
}: {
  apply: ApplySnapshot['apply'];
  result: ApplyResult;
  actions: OutcomeActions;
}) {
  const router = useRouter();
  const { busy, run } = useAction();
  const { revert, restart, hasDraft } = actions;
  const open = ({ id }: { id: number }) => router.push(`/apply/${id}`);
  const isBad = result === 'failed' || result === 'interrupted';
  const canRevert = revert && result !== 'not-written';
  return (
    <div className="mt-3.5 flex flex-wrap gap-2 empty:hidden">
      {result === 'saved' && restart && (
        <Button variant="primary" busy={busy} onClick={() => run(restart, open)}>
          Restart the manager
        </Button>
      )}
      {result === 'not-written' && (
        <ButtonLink variant="draft" href="/review">
          Review again
        </ButtonLink>
      )}
      {canRevert && (
        <Button
          variant={isBad ? 'primary' : 'secondary'}
          busy={busy}
          onClick={() => run(() => revert({ id: apply.id }), open)}
        >
          Put the previous file back
        </Button>
      )}
      {isBad && restart && (
        <Button variant={canRevert ? 'secondary' : 'primary'} busy={busy} onClick={() => run(restart, open)}>
          Restart the manager
        </Button>
      )}
      {hasDraft && result !== 'not-written' && (
        <ButtonLink variant="secondary" href="/review">
          Back to the draft
        </ButtonLink>
      )}
      {result === 'running' && !hasDraft && (
        <ButtonLink variant="primary" href="/responses">
          Active responses
        </ButtonLink>
      )}
    </div>
  );
}
