import { Filter, Network } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { isPlainFileName } from '@/lib/endpoints/endpoint-guide';
import type { Fleet } from '@/lib/endpoints/fleet-of-response';
import { fleetSentence, scriptNote } from '@/lib/endpoints/fleet-words';
import { FleetMatrix } from './fleet-matrix';
import { type FleetQuery, findMembers } from './fleet-query';
import { FleetTable } from './fleet-table';
import { FleetTools } from './fleet-tools';

type Props = {
  address: string;
  fleet: Fleet;
  executable: string;
  /** The response is switched off: then all of it is about what would be. */
  off: boolean;
  /** Why agents, or their systems and connections, are not known. */
  note: string | null;
  query: FleetQuery;
};

/** Which hosts would run a response now: a sentence, a dot a host, and the list. */
export function FleetView({ address, fleet, executable, off, note, query }: Props) {
  const { members } = fleet;
  const sentence = fleetSentence(fleet, executable, note);
  const found = findMembers(members, query);
  const script = scriptNote(executable);
  return (
    <>
      <p className="pt-1 text-16 font-semibold tracking-h2">{sentence}</p>
      <p className="pt-0.5 pb-3.5 text-fg-2">
        {!script.own && `${script.title}. ${script.text} `}
        {fleet.place === 'all' && 'Location all leaves the manager out.'}
      </p>
      <div className="flex flex-col gap-3 pb-4">
        {off && (
          <Callout tone="amber" title="The response is switched off">
            It runs nowhere now. What is said here holds once it is on.
          </Callout>
        )}
        {note !== null && (
          <Callout tone="amber" title="The manager does not tell everything">
            {note}
          </Callout>
        )}
        {script.own && fleet.place !== 'server' && (
          <Callout
            title={script.title}
            actions={
              isPlainFileName(executable) ? (
                <ButtonLink size="s" href={`/endpoints?${new URLSearchParams({ script: executable })}`}>
                  How to install it
                </ButtonLink>
              ) : undefined
            }
          >
            {script.text}
          </Callout>
        )}
        {members.length > 1 && <FleetMatrix fleet={fleet} executable={executable} label={sentence} />}
      </div>
      {members.length === 0 ? (
        <EmptyState icon={<Network />} title="No host to show">
          {nextStep(fleet)}
        </EmptyState>
      ) : (
        <>
          {members.length > 1 && (
            <FleetTools address={address} query={query} fleet={fleet} found={found} executable={executable} />
          )}
          <p role="status" className="sr-only">
            {found.length} of {members.length} hosts shown
          </p>
          {found.length === 0 ? (
            <EmptyState
              icon={<Filter />}
              title="No host matches"
              action={<ButtonLink href={address}>Clear the filter</ButtonLink>}
            >
              {members.length} are hidden by it.
            </EmptyState>
          ) : (
            <FleetTable place={fleet.place} members={found} executable={executable} />
          )}
        </>
      )}
    </>
  );
}

function nextStep({ place, unregistered }: Fleet): string {
  if (place === null) return 'Give the response a place to run on.';
  return unregistered === null
    ? 'Enroll an agent first.'
    : 'Choose another agent in the response, or register this one.';
}
