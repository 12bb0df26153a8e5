'use client';

import { ShieldCheck, WifiOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { ProgressBar } from '@/components/ui/progress-bar';
import { clockText } from '@/components/ui/timer';
import type { ApplySnapshot } from '@/lib/view/apply';
import type { ApplyState } from './apply-state';
import { announcement, applyTitle, spanText, stepTitle } from './apply-words';
import { LogPanel } from './log-panel';
import { type OutcomeActions, OutcomePanel } from './outcome-panel';
import { StepList } from './step-list';
import { useApplyStream } from './use-apply-stream';

type Props = {
  snapshot: ApplySnapshot;
  /** "By root, today 14:32" */
  sub: string;
  logPath: string;
  timeZone: string;
  actions: OutcomeActions;
};

/** An apply as it happens, and for good after it ended. The server runs it: leaving this page changes nothing. */
export function ApplyView({ snapshot, sub, logPath, timeZone, actions }: Props) {
  const router = useRouter();
  const state = useApplyStream(snapshot, () => router.refresh());
  const { apply, steps, log } = state;
  const isRunning = apply.state === 'running';
  const now = useServerClock(state, snapshot.now, isRunning);
  const title = applyTitle(apply);
  useEffect(() => {
    document.title = `${title} · Riposte`;
  }, [title]);
  return (
    <PageScaffold
      bare
      head={
        <PageHeader
          line
          title={title}
          sub={<span className="max-desk:hidden">{sub}</span>}
          actions={
            <ButtonLink variant="ghost" href="/history">
              History
            </ButtonLink>
          }
        />
      }
    >
      <div className="flex min-h-0 flex-1 flex-col desk:grid desk:grid-cols-[380px_minmax(0,1fr)] mid:grid-cols-[452px_minmax(0,1fr)]">
        <div className="scroll-thin relative flex min-h-0 flex-col p-4 desk:overflow-auto desk:border-line desk:border-r desk:px-8 desk:pt-5 desk:pb-6">
          {state.link === 'lost' && (
            <Callout tone="amber" icon={<WifiOff />} title="Connection lost" role="status" className="mb-4">
              Trying again. The server goes on.
            </Callout>
          )}
          {isRunning ? (
            <Progress state={state} elapsedMs={now - apply.startedAt} />
          ) : (
            <OutcomePanel
              apply={apply}
              took={spanText((apply.finishedAt ?? apply.startedAt) - apply.startedAt)}
              actions={actions}
            />
          )}
          <StepList steps={steps} now={now} />
          <Sentences apply={apply} />
          {isRunning && (
            <p className="mt-auto flex gap-2.5 border-line border-t pt-4 text-12 text-fg-2">
              <ShieldCheck className="text-green-fg" />
              You can leave this page: the server finishes on its own.
            </p>
          )}
          <p role="status" className="sr-only">
            {announcement(state)}
          </p>
        </div>
        <LogPanel lines={log} path={logPath} live={isRunning && state.link === 'live'} timeZone={timeZone} />
      </div>
    </PageScaffold>
  );
}

/** The server's time, moving on while the apply runs; the one it rendered with until the browser has taken over. */
function useServerClock({ skewMs }: ApplyState, renderedAt: number, isRunning: boolean): number {
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    if (!isRunning) return;
    const tick = () => setNow(Date.now() + skewMs);
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [isRunning, skewMs]);
  return now;
}

function Progress({ state, elapsedMs }: { state: ApplyState; elapsedMs: number }) {
  const { steps, usualMs } = state;
  const current = steps.findLast((step) => step.state !== 'waiting');
  return (
    <>
      <div className="flex items-center gap-4.5">
        <p
          role="timer"
          aria-label="Time so far"
          className="font-semibold text-[40px] leading-11 tracking-[-0.03em] tabular-nums"
        >
          {clockText(Math.max(0, Math.floor(elapsedMs / 1000)))}
        </p>
        <div>
          <p className="text-14 font-semibold">{current ? stepTitle(current) : 'Starting'}</p>
          <p className="text-fg-2">
            {usualMs === null
              ? 'No usual time yet: nothing was measured'
              : `Usually done after ${Math.round(usualMs / 1000)} s`}
          </p>
        </div>
      </div>
      <ProgressBar
        label="Time against the usual time"
        tone="violet"
        className="mt-3.5 mb-5 shrink-0"
        value={usualMs === null ? undefined : Math.min(100, Math.round((elapsedMs / usualMs) * 100))}
      />
    </>
  );
}

/** What it is about. */
function Sentences({ apply }: { apply: ApplySnapshot['apply'] }) {
  if (apply.sentences.length === 0 && !apply.note) return null;
  return (
    <details className="mt-1 mb-4">
      <summary className="w-fit font-strong text-fg-2">
        {apply.sentences.length > 0 ? `What is in it: ${apply.sentences.length}` : 'Note'}
      </summary>
      {apply.note && (
        <p className="mt-2 border-line-strong border-l-2 pl-3 whitespace-pre-wrap text-fg-2 wrap-anywhere">
          {apply.note}
        </p>
      )}
      <ul className="mt-2 flex flex-col gap-1.5">
        {apply.sentences.map(({ title, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record that never changes.
          <li key={index} className="wrap-anywhere">
            <b className="font-strong">{title}</b> <span className="text-fg-2">{detail}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
