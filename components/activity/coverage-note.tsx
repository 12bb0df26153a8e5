'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { ReadingNote, type SetReading } from '@/components/backtest/history-note';
import { Callout } from '@/components/ui/callout';
import type { Coverage } from '@/lib/alerts/alert-history';
import type { ManagerFailure } from '@/lib/manager/manager';

type Props = {
  coverage: Coverage | null;
  failure: ManagerFailure | null;
  jsonOff: boolean;
  notes: readonly string[];
  /** Absent for who may not stop and resume. */
  setReading?: SetReading | undefined;
};

/** What the numbers of the page rest on: said when it is less than all. */
export function CoverageNote({ coverage, failure, jsonOff, notes, setReading }: Props) {
  return (
    <>
      {jsonOff && (
        <Callout tone="amber" title="The manager writes no alerts.json">
          <code>jsonout_output</code> is no in ossec.conf, so there are no reports to look at. Set it to yes and restart
          the manager.
        </Callout>
      )}
      {failure && (
        <Callout tone="red" title={failure.message}>
          {failure.hint}
        </Callout>
      )}
      {coverage && <StateNote state={coverage.state} setReading={setReading} />}
      {notes.length > 0 && (
        <Callout tone="grey" title={notes.length === 1 ? notes[0] : 'What is not in'}>
          {notes.length > 1 && (
            <ul className="list-disc pl-4">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </Callout>
      )}
    </>
  );
}

const REFRESH_MS = 2000;

/** While reading goes on the page asks again: what is shown grows. */
function StateNote({ state, setReading }: { state: Coverage['state']; setReading: SetReading | undefined }) {
  const router = useRouter();
  const isReading = state.kind === 'reading';
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(() => router.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [isReading, router]);
  if (state.kind === 'ready') return null;
  if (state.kind === 'failed')
    return (
      <Callout tone="red" title={state.failure.message}>
        {state.failure.hint}
      </Callout>
    );
  return (
    <Callout tone="blue" title="What is shown is about the alerts that are in so far">
      <ReadingNote state={state} setReading={setReading} onSet={() => router.refresh()} />
    </Callout>
  );
}
