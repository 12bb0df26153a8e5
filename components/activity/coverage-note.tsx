import { Callout } from '@/components/ui/callout';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { Coverage } from '@/lib/alerts/alert-history';
import type { ManagerFailure } from '@/lib/manager/manager';

type Props = {
  coverage: Coverage | null;
  failure: ManagerFailure | null;
  jsonOff: boolean;
  notes: readonly string[];
};

/** What the numbers of the page rest on: said when it is less than all. */
export function CoverageNote({ coverage, failure, jsonOff, notes }: Props) {
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
      {coverage && <StateNote state={coverage.state} />}
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

function StateNote({ state }: { state: Coverage['state'] }) {
  if (state.kind === 'ready') return null;
  if (state.kind === 'failed')
    return (
      <Callout tone="red" title={state.failure.message}>
        {state.failure.hint}
      </Callout>
    );
  const percent = state.totalBytes > 0 ? Math.floor((state.doneBytes / state.totalBytes) * 100) : 0;
  const isReading = state.kind === 'reading';
  return (
    <Callout tone="blue" title={isReading ? 'The alerts of the past are being read' : 'Reading the past was stopped'}>
      {percent} % so far. What is shown is about the part that was read; reports that are missing from it are not held
      against an agent.
      <ProgressBar label="Alerts read" value={percent} className="mt-2" />
    </Callout>
  );
}
