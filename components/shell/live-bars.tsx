'use client';

import { LogIn, WifiOff } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Spinner } from '@/components/ui/spinner';
import type { ActionResult } from '@/lib/view/action-result';
import type { ShellState } from '@/lib/view/shell-state';
import { AlarmBar } from './alarm-bar';
import { CountdownBar } from './countdown-bar';
import { underWayWords } from './shell-words';
import { useShellState } from './use-shell-state';

type ById<Extra extends object = object> = (input: { id: number }) => Promise<ActionResult<Extra>>;

/** What can be said to an apply from any page; empty for who may not apply. */
export type ApplyControls = { keep?: ById; revert?: ById; retry?: ById<{ id: number }> };

/** Follows what is true on every page, and says what nobody may miss: an alarm, a countdown, an apply under way. */
export function LiveBars({ rendered, controls }: { rendered: ShellState; controls: ApplyControls }) {
  const router = useRouter();
  const path = usePathname();
  const { state, arrivedAt, away, signedOut, askNow } = useShellState(rendered, () => router.refresh());
  const { running, alarm, clock } = state;
  const isElsewhere = running !== null && path !== `/apply/${running.id}`;
  const isAsking = running?.phase === 'confirming' && running.decision === null;
  return (
    <>
      {away && (
        <QuietLine icon={<WifiOff />} amber>
          Riposte is not reachable. Showing what was known at {clock}.
        </QuietLine>
      )}
      {signedOut && (
        <QuietLine icon={<LogIn />} amber>
          You were signed out. What you typed stays here.{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer" className="link whitespace-nowrap">
            Sign in again in a new tab
          </a>
        </QuietLine>
      )}
      {alarm && <AlarmBar alarm={alarm} retry={running ? undefined : controls.retry} />}
      {isElsewhere && isAsking && (
        <CountdownBar
          key={running.id}
          apply={running}
          arrivedAt={arrivedAt}
          keep={controls.keep}
          revert={controls.revert}
          onDecided={askNow}
        />
      )}
      {isElsewhere && !isAsking && (
        <QuietLine icon={<Spinner />}>
          {underWayWords(running)}{' '}
          <Link href={`/apply/${running.id}`} className="link whitespace-nowrap">
            Watch it
          </Link>
        </QuietLine>
      )}
    </>
  );
}

function QuietLine({ icon, amber, children }: { icon: ReactNode; amber?: boolean; children: ReactNode }) {
  return (
    <p
      role="status"
      className={`flex items-center gap-2.5 px-4 py-1.5 max-desk:border-b desk:rounded-panel desk:border ${
        amber
          ? 'border-amber-line bg-amber-bg [&>.lucide]:text-amber-fg'
          : 'border-line bg-surface [&>.lucide]:text-fg-3'
      }`}
    >
      {icon}
      <span className="min-w-0">{children}</span>
    </p>
  );
}
