'use client';

import { OctagonX } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { CopyLine } from '@/components/ui/copy-line';
import type { ActionResult } from '@/lib/view/action-result';
import type { Alarm } from '@/lib/view/apply';

type Props = {
  alarm: Alarm;
  /** Absent for who may not apply, and while an apply is under way. */
  retry?: ((input: { id: number }) => Promise<ActionResult<{ id: number }>>) | undefined;
};

/** A revert failed: the one loud alarm, on every page, with what to do by hand. */
export function AlarmBar({ alarm, retry }: Props) {
  const { applyId, message, manual } = alarm;
  const { busy, run } = useAction();
  const router = useRouter();
  return (
    <section
      aria-label="Alarm"
      className="scroll-thin max-h-[60dvh] overflow-auto border-red-solid bg-red-bg px-4 py-2.5 max-desk:border-b-2 desk:rounded-panel desk:border-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div role="alert" className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
          <OctagonX className="mt-0.5 text-red-fg" />
          <p className="min-w-0">
            <b className="font-semibold text-red-fg">Going back failed. The manager needs you.</b> {message}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Link href={`/apply/${applyId}`} className="link px-1">
            Apply {applyId}
          </Link>
          {retry && (
            <Button
              busy={busy}
              onClick={() =>
                run(
                  () => retry({ id: applyId }),
                  ({ id }) => router.push(`/apply/${id}`),
                )
              }
            >
              Try again
            </Button>
          )}
        </div>
      </div>
      {manual.length > 0 && (
        <details className="mt-1.5">
          <summary className="w-fit font-strong">By hand, in a shell on the manager, in this order</summary>
          <ol className="mt-2 flex flex-col gap-1.5 pb-1">
            {manual.map((command) => (
              <li key={command}>
                <CopyLine command={command} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
