'use client';

import { OctagonX } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { CopyLine } from '@/components/ui/copy-line';
import { cx } from '@/components/ui/cx';
import type { ApplySnapshot } from '@/lib/view/apply';
import type { ApplyActions } from './apply-actions';
import { CauseLines } from './cause-lines';
import { outcomeTitle } from './outcome-words';

/** The revert failed: the one loud alarm. What is known of the manager, and what to do by hand. */
export function AlarmPanel({ apply, actions }: { apply: ApplySnapshot['apply']; actions: ApplyActions }) {
  const { outcome } = apply;
  if (!outcome) return null;
  const isSettled = actions.isSettled === true;
  return (
    <section
      aria-label="Outcome"
      className={cx('mb-5 rounded-panel border p-4', isSettled ? 'border-line' : 'border-red-line bg-red-bg')}
    >
      <div className="flex gap-3.5">
        <span
          className={cx(
            'grid size-10 shrink-0 place-items-center rounded-main',
            isSettled ? 'bg-surface-3 text-fg-2' : 'bg-red-btn text-on-red',
          )}
        >
          <OctagonX className="icon-20" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className={cx('mb-1 text-16 font-semibold tracking-h2', !isSettled && 'text-red-fg')}>
            {outcomeTitle(apply)}
          </h2>
          <p className="wrap-anywhere">{outcome.message}</p>
          {isSettled ? (
            <p className="mt-1 text-fg-2">
              This was so then.{' '}
              <Link href="/" className="link">
                Overview
              </Link>{' '}
              says what is so now.
            </p>
          ) : (
            outcome.hint && <p className="mt-1 wrap-anywhere">{outcome.hint}</p>
          )}
        </div>
      </div>
      <CauseLines title="What the manager said" lines={outcome.lines} ground={isSettled ? 'bg-red-bg' : 'bg-surface'} />
      {!isSettled && <ByHand commands={outcome.manual ?? []} />}
      {!isSettled && <WhatNow id={apply.id} actions={actions} />}
    </section>
  );
}

function ByHand({ commands }: { commands: readonly string[] }) {
  if (commands.length === 0) return null;
  return (
    <div className="mt-4">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h3 className="font-semibold">By hand, in a shell on the manager</h3>
        {commands.length > 1 && <CopyButton words text={`${commands.join('\n')}\n`} label="Copy all" />}
      </div>
      <ol className="mt-1 flex flex-col gap-1.5">
        {commands.map((command, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record that never changes.
          <li key={index}>
            <CopyLine command={command} label={`Copy command ${index + 1}`} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function WhatNow({ id, actions: { retryRevert, leaveAsIs } }: { id: number; actions: ApplyActions }) {
  const router = useRouter();
  const { busy, run } = useAction();
  if (!retryRevert) return <p className="mt-4">Who may apply can let Riposte try again from here.</p>;
  return (
    <div className="mt-4">
      <p className="mb-2">Or let Riposte put the previous file back and restart the manager once more.</p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={busy}
          onClick={() =>
            run(
              () => retryRevert({ id }),
              (started) => router.push(`/apply/${started.id}`),
            )
          }
        >
          Try again
        </Button>
        {leaveAsIs && (
          <Button
            disabled={busy}
            onClick={() =>
              run(
                () => leaveAsIs({ id }),
                () => router.refresh(),
              )
            }
          >
            Leave it as it is
          </Button>
        )}
      </div>
    </div>
  );
}
