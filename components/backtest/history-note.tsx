'use client';

import { CircleAlert } from 'lucide-react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ActionResult } from '@/lib/view/action-result';
import type { KnownHistory, NoHistory } from '@/lib/view/backtest';

/** Stops reading past alerts, or goes on. Absent for who may not. */
export type SetReading = (input: { on: boolean }) => Promise<ActionResult>;

type Control = { setReading?: SetReading | undefined; onSet?: () => void };

/** Why there are no numbers, and what to do. */
export function NoHistoryNote({ answer, ...control }: Control & { answer: NoHistory }) {
  if (answer.kind === 'failed') {
    return (
      <div className="flex gap-2">
        <CircleAlert className="mt-0.5 text-red-fg" />
        <div>
          <p className="font-strong">{answer.failure.message}</p>
          <p className="text-12 text-fg-2">{answer.failure.hint} All else works without past alerts.</p>
        </div>
      </div>
    );
  }
  const { state, source } = answer;
  if (state.kind === 'reading') return <Reading {...state} {...control} />;
  if (state.kind === 'stopped') return <Stopped {...state} {...control} />;
  return (
    <div>
      <p className="font-strong">No past alerts</p>
      <p className="text-12 text-fg-2">
        {source === 'files'
          ? 'The manager’s logs/alerts/alerts.json holds no alert. Check that <jsonout_output> is yes, or come back after a day.'
          : 'The indexer holds no alert of this manager. Check that Filebeat sends them.'}
      </p>
    </div>
  );
}

/** What the numbers leave out: reading goes on or was stopped, or nothing new came. */
export function KnownNote({ known, ...control }: Control & { known: KnownHistory }) {
  const { state, notes, to, period } = known;
  const quietDays = to === null ? 0 : Math.floor((period.to - to) / 86_400_000);
  return (
    <div className="grid gap-1 text-12 text-fg-2 empty:hidden">
      <ReadingNote state={state} {...control} />
      {quietDays > 0 && <p>The newest alert is {quietDays === 1 ? 'a day' : `${quietDays} days`} old.</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

/** That reading goes on, or was stopped, and the switch for it; nothing when all is in. */
export function ReadingNote({ state, ...control }: Control & { state: KnownHistory['state'] }) {
  if (state.kind === 'reading') return <Reading {...state} {...control} />;
  return state.kind === 'stopped' ? <Stopped {...state} {...control} /> : null;
}

type Progress = { doneBytes: number; totalBytes: number };

const percent = ({ doneBytes, totalBytes }: Progress): number =>
  totalBytes === 0 ? 0 : Math.floor((doneBytes / totalBytes) * 100);

const Reading = ({ doneBytes, totalBytes, setReading, onSet }: Control & Progress) => (
  <div role="status">
    <p className="mb-1">
      Reading past alerts, {percent({ doneBytes, totalBytes })} %. The numbers grow until it is done.
    </p>
    <ProgressBar label="Past alerts read" value={percent({ doneBytes, totalBytes })} />
    <ReadingSwitch on={false} {...{ setReading, onSet }} />
  </div>
);

const Stopped = ({ doneBytes, totalBytes, setReading, onSet }: Control & Progress) => (
  <div>
    <p>
      Reading past alerts was stopped{totalBytes > 0 && ` at ${percent({ doneBytes, totalBytes })} %`}. The numbers are
      about what is in so far.
    </p>
    <ReadingSwitch on {...{ setReading, onSet }} />
  </div>
);

function ReadingSwitch({ on, setReading, onSet }: Control & { on: boolean }) {
  const { busy, run } = useAction();
  if (!setReading) return null;
  return (
    <Button size="s" className="mt-1.5" busy={busy} onClick={() => run(() => setReading({ on }), onSet)}>
      {on ? 'Go on reading' : 'Stop reading'}
    </Button>
  );
}
