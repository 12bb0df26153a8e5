'use client';

import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/view/action-result';

export type MutedItem = {
  key: string;
  title: string;
  line: number | null;
  reason: string;
  person: string;
  when: string;
};

export type UnmuteProps = { unmute: (input: { key: string }) => Promise<ActionResult> };

/** What was set aside, by whom and why, and the way back. */
export function MutedFindings({ muted, unmute }: { muted: MutedItem[]; unmute: UnmuteProps['unmute'] | undefined }) {
  const { busy, run } = useAction();
  return (
    <details className="border-line border-t">
      <summary className="cursor-pointer px-4 py-2.5 font-medium text-fg-2">{muted.length} muted</summary>
      <ul className="pb-2">
        {muted.map(({ key, title, reason, person, when }) => (
          <li key={key} className="flex items-start gap-3 px-4 py-1.5">
            <span className="min-w-0 flex-1">
              <b className="block leading-[18px] font-medium">{title}</b>
              <small className="block text-12 text-fg-2 wrap-anywhere">
                {reason}{' '}
                <span className="text-fg-3">
                  {person}, {when}
                </span>
              </small>
            </span>
            {unmute && (
              <Button size="s" busy={busy} onClick={() => run(() => unmute({ key }))}>
                Unmute
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
