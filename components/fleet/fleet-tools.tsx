import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { ChipLink } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { SearchBox } from '@/components/ui/search-box';
import { TabLinks } from '@/components/ui/tab-links';
import { FLEET_REASONS, FLEET_STATES, type Fleet, type FleetMember } from '@/lib/endpoints/fleet-of-response';
import { fleetText, reasonWords, stateWords } from '@/lib/endpoints/fleet-words';
import { type FleetQuery, writeFleetQuery } from './fleet-query';

type Props = {
  address: string;
  query: FleetQuery;
  fleet: Fleet;
  found: readonly FleetMember[];
  executable: string;
};

/** Which hosts are shown: by what they would do, by the reason, by words. Each is an address. */
export function FleetTools({ address, query, fleet, found, executable }: Props) {
  const { members, place } = fleet;
  const hrefOf = (part: Partial<FleetQuery>) => `${address}${writeFleetQuery({ ...query, ...part })}`;
  const states = FLEET_STATES.map((state) => ({ state, count: members.filter((one) => one.state === state).length }));
  const reasons = FLEET_REASONS.flatMap((reason) => {
    const have = members.filter((one) => one.reason === reason && (query.show ?? one.state) === one.state);
    return have[0] ? [{ reason, first: have[0], count: have.length }] : [];
  });
  return (
    <>
      <TabLinks
        label="Which hosts"
        className="-mx-4 px-4 desk:mx-0 desk:px-0"
        tabs={[
          {
            href: hrefOf({ show: null, why: null }),
            label: 'All',
            count: members.length,
            current: query.show === null,
          },
          ...states
            .filter(({ state, count }) => count > 0 || query.show === state)
            .map(({ state, count }) => ({
              href: hrefOf({ show: state, why: null }),
              label: stateWords(state, place, executable),
              count,
              current: query.show === state,
            })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-2 pt-3.5 pb-2.5">
        <Form action={address} key={query.q} className="flex w-full items-center gap-2 desk:w-auto">
          {query.show && <input type="hidden" name="show" value={query.show} />}
          {query.why && <input type="hidden" name="why" value={query.why} />}
          <SearchBox
            name="q"
            label="Filter by ID, name, address or system"
            maxLength={200}
            defaultValue={query.q}
            className="min-w-0 flex-1 desk:w-80"
          />
          <Button type="submit">Filter</Button>
        </Form>
        {reasons.map(({ reason, first, count }) => (
          <ChipLink
            key={reason}
            href={hrefOf({ why: query.why === reason ? null : reason })}
            scroll={false}
            look={query.why === reason ? 'on' : 'plain'}
            aria-current={query.why === reason ? 'true' : undefined}
            count={count}
          >
            {reason === 'wrong-system' ? `Not for ${executable}` : reasonWords(reason, first, executable)}
          </ChipLink>
        ))}
        <span className="ml-auto flex items-center">
          <CopyButton words label="Copy the list" text={fleetText(fleet, found, executable)} />
        </span>
      </div>
    </>
  );
}
