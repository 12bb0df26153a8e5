import { FLEET_STATES, type Fleet, type FleetMember, MANAGER_ID } from '@/lib/endpoints/fleet-of-response';
import { memberWords, SYSTEMS, stateWords, systemWord } from '@/lib/endpoints/fleet-words';
import type { AgentSystem } from '@/lib/manager/manager';
import { HostShape } from './host-shape';

/** More dots than this are no longer seen one by one: then a bar for each system. */
const MOST_DOTS = 600;

type Group = { key: string; label: string; system: AgentSystem; members: FleetMember[] };

function groupsOf(members: readonly FleetMember[]): Group[] {
  const isManager = ({ id }: FleetMember) => id === MANAGER_ID;
  const systems = SYSTEMS.map((system) => ({
    key: system,
    label: systemWord(system),
    system,
    members: members.filter((one) => one.system === system && !isManager(one)),
  }));
  const manager: Group = { key: 'manager', label: 'Manager', system: 'linux', members: members.filter(isManager) };
  return [...systems, manager].filter((group) => group.members.length > 0);
}

const number = (count: number) => count.toLocaleString('en-US');

/** One dot a host, its system as its shape, filled where it would run. The table below says the same in words. */
export function FleetMatrix({ fleet, executable, label }: { fleet: Fleet; executable: string; label: string }) {
  const { members, place } = fleet;
  const wordsOf = (member: FleetMember) => memberWords(member, place, executable);
  const groups = groupsOf(members);
  const asBars = members.length > MOST_DOTS;
  const states = FLEET_STATES.filter((state) => members.some((one) => one.state === state));
  return (
    <figure className="m-0 min-w-0 rounded-panel border border-line px-4 py-3.5" aria-label={label}>
      <div className="grid grid-cols-1 gap-x-5 gap-y-2 desk:grid-cols-[max-content_minmax(0,1fr)] desk:gap-y-3">
        {groups.map((group) => (
          <GroupLine key={group.key} group={group} asBars={asBars} wordsOf={wordsOf} />
        ))}
      </div>
      <figcaption className="mt-3.5 flex flex-wrap gap-x-4 gap-y-1 border-line border-t pt-2.5 text-12 text-fg-2">
        {states.map((state) => (
          <span key={state} className="inline-flex items-center gap-1.5">
            {asBars ? <BarSwatch filled={state === 'runs'} /> : <HostShape system="linux" state={state} />}
            {stateWords(state, place, executable)}
          </span>
        ))}
        <span className="text-fg-3">
          {asBars ? 'Too many for a dot each.' : 'One dot a host; the shape is its system.'}
        </span>
      </figcaption>
    </figure>
  );
}

type LineProps = { group: Group; asBars: boolean; wordsOf: (member: FleetMember) => string };

function GroupLine({ group, asBars, wordsOf }: LineProps) {
  const { label, system, members } = group;
  const running = members.filter(({ state }) => state === 'runs').length;
  return (
    <>
      <p className="flex items-baseline justify-between gap-4 desk:min-w-40">
        <span className="font-medium">{label}</span>
        <span className="text-12 text-fg-2 tabular-nums">
          {number(running)} of {number(members.length)}
        </span>
      </p>
      {asBars ? (
        <svg aria-hidden="true" height={12} className="block w-full self-center forced-color-adjust-none">
          <rect x="0.5" y="0.5" width="99.5%" height={11} rx={2} className="fill-transparent stroke-fg-3" />
          <rect width={`${(running / members.length) * 99.6}%`} height={12} rx={2} className="fill-plot-1" />
        </svg>
      ) : (
        <div aria-hidden="true" className="flex flex-wrap gap-[5px] self-center">
          {members.map((member) => (
            <HostShape
              key={member.id}
              system={system}
              state={member.state}
              title={`${member.id} ${member.name}: ${wordsOf(member)}`}
            />
          ))}
        </div>
      )}
    </>
  );
}

function BarSwatch({ filled }: { filled: boolean }) {
  const ground = filled ? 'bg-plot-1 border-plot-1' : 'border-fg-3';
  return <span aria-hidden="true" className={`size-[11px] rounded-[2px] border forced-color-adjust-none ${ground}`} />;
}
