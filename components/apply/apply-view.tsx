'use client';

import { WifiOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { cx } from '@/components/ui/cx';
import { PageHeader } from '@/components/ui/page-header';
import type { ApplySnapshot } from '@/lib/view/apply';
import type { ApplyActions, Names } from './apply-actions';
import { type Phase, phaseOf } from './apply-phase';
import type { ApplyState } from './apply-state';
import { announcement, applyTitle, tabTitle } from './apply-words';
import { Assurance } from './assurance';
import { ChangeDetails } from './change-details';
import { ConfirmColumn } from './confirm-column';
import { LogPanel } from './log-panel';
import { OutcomePanel } from './outcome-panel';
import { ProgressHead } from './progress-head';
import { StepList } from './step-list';
import { useApplyStream } from './use-apply-stream';
import { useDecide } from './use-decide';

type Props = {
  snapshot: ApplySnapshot;
  /** "By root, today 14:32" */
  sub: string;
  names: Names;
  logPath: string;
  timeZone: string;
  actions: ApplyActions;
};

/** An apply as it happens, and for good after it ended. The server runs it: leaving this page changes nothing. */
export function ApplyView({ snapshot, sub, names, logPath, timeZone, actions }: Props) {
  const router = useRouter();
  const state = useApplyStream(snapshot, () => router.refresh());
  const { apply, steps, log } = state;
  const phase = phaseOf(state);
  const isRunning = phase !== 'over';
  const now = useServerClock(state, snapshot.now, isRunning);
  const decide = useDecide();
  const [onlyProblems, onOnlyProblems] = useState(false);
  const column = useFocusKept(`${phase} ${apply.decision}`);
  useTabTitle(tabTitle(state));
  useNameOf(apply.decidedBy, names);
  useFreshShell(phase);
  const logProps = { lines: log, path: logPath, timeZone, onlyProblems, onOnlyProblems };
  const isLive = isRunning && state.link === 'live';
  return (
    <PageScaffold bare head={<Head apply={apply} phase={phase} sub={sub} />}>
      <div className="flex min-h-0 flex-1 flex-col desk:grid desk:grid-cols-[380px_minmax(0,1fr)] mid:grid-cols-[452px_minmax(0,1fr)]">
        {phase === 'confirming' && (
          <ConfirmColumn
            state={state}
            now={now}
            names={names}
            actions={actions}
            decide={decide}
            log={{ ...logProps, live: isLive }}
          />
        )}
        <div
          ref={column}
          tabIndex={-1}
          className={cx(
            'scroll-thin relative flex min-h-0 flex-col p-4 outline-none desk:col-start-1 desk:row-start-1 desk:overflow-auto desk:border-line desk:border-r desk:px-8 desk:pt-5 desk:pb-6',
            phase === 'confirming' && 'max-desk:border-line max-desk:border-t',
          )}
        >
          {state.link === 'lost' && (
            <Callout tone="amber" icon={<WifiOff />} title="Connection lost" role="status" className="mb-4">
              Trying again. The server goes on.
            </Callout>
          )}
          {(phase === 'applying' || phase === 'undoing') && <ProgressHead state={state} now={now} names={names} />}
          {phase === 'over' && <OutcomePanel apply={apply} names={names} timeZone={timeZone} actions={actions} />}
          <StepList steps={steps} now={now} confirmSeconds={apply.confirmSeconds} why={apply.reason?.why ?? null} />
          <ChangeDetails apply={apply} />
          {isRunning && <Assurance apply={apply} steps={steps} names={names} actions={actions} decide={decide} />}
          <p role={apply.outcome?.result === 'revert-failed' ? 'alert' : 'status'} className="sr-only">
            {announcement(state, names)}
          </p>
        </div>
        {phase !== 'confirming' && <LogPanel {...logProps} live={isLive} className="max-desk:border-t" />}
      </div>
    </PageScaffold>
  );
}

function Head({ apply, phase, sub }: { apply: ApplySnapshot['apply']; phase: Phase; sub: string }) {
  const isAsked = phase === 'confirming' && apply.decision === null;
  return (
    <PageHeader
      line
      title={applyTitle(apply, phase)}
      sub={<span className="max-desk:hidden">{isAsked ? `Running, not kept yet. ${sub}` : sub}</span>}
      actions={
        <ButtonLink variant="ghost" href="/history">
          History
        </ButtonLink>
      }
    />
  );
}

function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Riposte`;
  }, [title]);
}

/** Whoever decides while the page is open may be somebody whose name it does not have yet. */
function useNameOf(id: string | null, names: Names): void {
  const { refresh } = useRouter();
  const isUnknown = id !== null && !Object.hasOwn(names, id);
  useEffect(() => {
    if (isUnknown) refresh();
  }, [isUnknown, refresh]);
}

/** What the shell says of the manager was rendered before the restart: it is asked for anew as the apply goes on. */
function useFreshShell(phase: Phase): void {
  const { refresh } = useRouter();
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    // The end of the stream asks by itself.
    if (phase !== 'over') refresh();
  }, [phase, refresh]);
}

/** When what had the focus goes away with a phase, the keyboard goes on here, not at the top of the page. */
function useFocusKept(phase: string) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(phase);
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    if (last.current instanceof Element && !last.current.isConnected) box.current?.focus({ preventScroll: true });
  }, [phase]);
  return box;
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
