'use client';

import { type ReactNode, useId } from 'react';
import { PhraseText } from '@/components/describe/phrase-text';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Phrase } from '@/lib/ossec/describe/phrase';
import type { ActionResult } from '@/lib/view/action-result';

type Props = {
  /** What the other party did; null when the file from before is not known any more. */
  sentences: Phrase[] | null;
  /** Whose apply it was; null for a change outside Riposte. */
  who: string | null;
  /** How many blocks both sides changed. */
  conflicts: number;
  adopt?: () => Promise<ActionResult>;
  /** The same as a diff. */
  children?: ReactNode;
};

/** The file was changed by somebody else after the draft was begun: what they did, and the way on. */
export function StaleBanner({ sentences, who, conflicts, adopt, children }: Props) {
  const { busy, run } = useAction();
  const reason = useId();
  const first = conflicts === 1 ? 'Settle the conflict below first.' : `Settle the ${conflicts} conflicts below first.`;
  const title =
    who === null
      ? 'ossec.conf was changed outside Riposte after you began'
      : `${who} changed ossec.conf after you began`;
  return (
    <Callout tone="amber" title={title}>
      <p>
        Nothing was written, and nothing of your draft is lost.{' '}
        {conflicts === 0
          ? 'Your changes fit the new file. Apply is off until you go on with it.'
          : 'Apply is off until both are one again.'}
      </p>
      {adopt && (
        <div className="mt-2.5 flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
          <Button
            busy={busy}
            disabled={conflicts > 0}
            aria-describedby={conflicts > 0 ? reason : undefined}
            onClick={() => run(adopt)}
          >
            Go on with the new file
          </Button>
          {conflicts > 0 && <span id={reason}>{first}</span>}
        </div>
      )}
      {sentences ? (
        <>
          <p className="mt-3 font-semibold text-fg">What the other party changed</p>
          <ul className="mt-0.5 flex list-disc flex-col gap-0.5 pl-4">
            {sentences.map((sentence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences in the order of the file, never reordered.
              <li key={index} className="wrap-anywhere">
                <PhraseText phrase={sentence} />
              </li>
            ))}
          </ul>
          {children && (
            <details className="mt-2 text-fg">
              <summary className="w-fit font-strong">Show their changes in the file</summary>
              <div className="mt-2">{children}</div>
            </details>
          )}
        </>
      ) : (
        <p className="mt-2">
          Riposte does not have the file that your draft began with, so it cannot say what changed.
        </p>
      )}
    </Callout>
  );
}
