'use client';

import { type ComponentProps, useEffect, useId, useRef, useState } from 'react';
import type { ApplyActions, Names } from './apply-actions';
import { restartedAt } from './apply-phase';
import type { ApplyState } from './apply-state';
import { ConfirmPanel } from './confirm-panel';
import { EvidencePanel } from './evidence-panel';
import { linesText } from './evidence-words';
import { clockIn, LogPanel } from './log-panel';
import { waitText } from './span-text';
import type { Decide } from './use-decide';

type Props = {
  state: ApplyState;
  /** The server's clock. */
  now: number;
  names: Names;
  actions: ApplyActions;
  decide: Decide;
  log: ComponentProps<typeof LogPanel>;
};

/** Beside the steps while it waits for an answer: the question, what was seen since the restart, and the log on demand. */
export function ConfirmColumn({ state, now, names, actions, decide, log }: Props) {
  const { apply, steps, remainingMs } = state;
  const logView = useLogView(log.onOnlyProblems);
  const since = restartedAt(steps);
  const lines = state.log.filter(({ source, at }) => source === 'manager' && at >= apply.startedAt);
  const firstAt = lines[0]?.at ?? null;
  return (
    <div className="scroll-thin flex min-h-0 min-w-0 flex-col items-center gap-8 px-4 py-5 desk:col-start-2 desk:row-start-1 desk:overflow-auto desk:px-8 desk:py-9">
      <ConfirmPanel apply={apply} remainingMs={remainingMs} names={names} actions={actions} decide={decide}>
        <EvidencePanel
          evidence={steps.find(({ key }) => key === 'confirm')?.evidence ?? null}
          since={since === null ? null : waitText(Math.max(0, Math.floor((now - since) / 1000)))}
          isConnected={state.link === 'live'}
          logText={linesText(lines.length, firstAt === null ? null : clockIn(log.timeZone).format(firstAt))}
          clock={(at) => clockIn(log.timeZone).format(at)}
          log={logView}
        />
      </ConfirmPanel>
      {logView.isOpen && (
        <div ref={logView.box} id={logView.id} className="w-full shrink-0">
          <LogPanel {...log} className="max-h-[60dvh] rounded-panel border" />
        </div>
      )}
    </div>
  );
}

/** Opens the log where it can be seen. */
function useLogView(onOnlyProblems: (only: boolean) => void) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return {
    id,
    box,
    isOpen,
    onOpen: () => {
      onOnlyProblems(false);
      setOpen(!isOpen);
    },
    onProblems: () => {
      onOnlyProblems(true);
      setOpen(true);
      box.current?.scrollIntoView({ block: 'nearest' });
    },
  };
}
