import { CircleAlert } from 'lucide-react';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { KnownHistory, NoHistory } from '@/lib/view/backtest';

/** Why there are no numbers, and what to do. */
export function NoHistoryNote({ answer }: { answer: NoHistory }) {
  if (answer.kind === 'failed') {
    return (
      <div className="flex gap-2">
        <CircleAlert className="mt-0.5 text-red-fg" />
        <div>
          <p className="font-strong">{answer.failure.message}</p>
          <p className="text-12 text-fg-2">{answer.failure.hint} The form works without past alerts.</p>
        </div>
      </div>
    );
  }
  const { state, source } = answer;
  if (state.kind === 'reading') return <Reading {...state} />;
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
export function KnownNote({ known }: { known: KnownHistory }) {
  const { state, notes, to, period } = known;
  const quietDays = to === null ? 0 : Math.floor((period.to - to) / 86_400_000);
  return (
    <div className="grid gap-1 text-12 text-fg-2 empty:hidden">
      {state.kind === 'reading' && <Reading {...state} />}
      {state.kind === 'stopped' && (
        <p>Reading was stopped at {percent(state)} %. The numbers are about what is in so far.</p>
      )}
      {quietDays > 0 && <p>The newest alert is {quietDays === 1 ? 'a day' : `${quietDays} days`} old.</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

type Progress = { doneBytes: number; totalBytes: number };

const percent = ({ doneBytes, totalBytes }: Progress): number =>
  totalBytes === 0 ? 0 : Math.floor((doneBytes / totalBytes) * 100);

const Reading = ({ doneBytes, totalBytes }: Progress) => (
  <div role="status">
    <p className="mb-1">
      Reading past alerts, {percent({ doneBytes, totalBytes })} %. The numbers grow until it is done.
    </p>
    <ProgressBar label="Past alerts read" value={percent({ doneBytes, totalBytes })} />
  </div>
);
