'use client';

import type { ReactNode } from 'react';
import { PhraseText } from '@/components/describe/phrase-text';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Phrase } from '@/lib/ossec/describe/phrase';
import type { ActionResult } from '@/lib/view/action-result';

type Props = {
  /** What the other party did; null when the file from before is not known any more. */
  sentences: Phrase[] | null;
  conflicts: number;
  changes: number;
  adopt?: () => Promise<ActionResult>;
  /** The same as a diff. */
  children?: ReactNode;
};

const counted = (count: number) => (count === 1 ? '1 of your changes does' : `${count} of your changes do`);

/** The file was changed by somebody else after the draft was begun: what they did, and the way on. */
export function StaleBanner({ sentences, conflicts, changes, adopt, children }: Props) {
  const { busy, run } = useAction();
  const isNothingLeft = conflicts === changes;
  return (
    <Callout tone="amber" title="ossec.conf was changed outside Riposte after you began">
      <p>
        Nothing was written. Apply is off until you go on with the new file.{' '}
        {conflicts > 0 &&
          `${counted(conflicts)} not fit it; going on drops ${conflicts === 1 ? 'it' : 'them'}${isNothingLeft ? ', and your draft is then empty' : ''}.`}
      </p>
      {adopt && (
        <Button className="mt-2.5" busy={busy} onClick={() => run(adopt)}>
          Go on with the new file
        </Button>
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
