'use client';

import { useAction } from '@/components/draft/use-action';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';

export type SessionRow = {
  id: string;
  /** "Firefox on Linux" */
  browser: string;
  address: string;
  since: string;
  lastSeen: string;
  isThis: boolean;
};

type Props = {
  sessions: readonly SessionRow[];
  person: string;
  end: (input: { person: string; session: string }) => Promise<ActionResult>;
};

/** Where somebody is signed in, each with a way to end it. */
export function SessionList({ sessions, person, end }: Props) {
  const { busy, run } = useAction();
  const toast = useToast();
  return (
    <ul className="flex flex-col">
      {sessions.map(({ id, browser, address, since, lastSeen, isThis }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-3 not-first:border-t">
          <div className="min-w-0 flex-1 basis-52 wrap-anywhere">
            <p className="flex flex-wrap items-center gap-2 font-strong">
              {browser}
              {isThis && <Badge tone="green">This browser</Badge>}
            </p>
            <p className="text-12 text-fg-2">
              {address}. Since {since}, last seen {lastSeen}
            </p>
          </div>
          {!isThis && (
            <Button
              size="s"
              busy={busy}
              aria-label={`End ${browser}, ${address}`}
              onClick={() =>
                run(
                  () => end({ person, session: id }),
                  () => toast({ message: 'Session ended' }),
                )
              }
            >
              End
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
