import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import { type Fleet, type FleetMember, MANAGER_ID } from '@/lib/endpoints/fleet-of-response';
import { memberWords, reasonWords, systemWord } from '@/lib/endpoints/fleet-words';
import { HostShape } from './host-shape';

/** More rows than this help nobody: the filter narrows them down. */
const MOST_ROWS = 200;

type Props = { place: Fleet['place']; members: readonly FleetMember[]; executable: string };

/** The hosts in words: would it run there, and why not. */
export function FleetTable({ place, members, executable }: Props) {
  return (
    <>
      <div className="-mx-4 desk:mx-0">
        <Table caption="Hosts that the response is for" tight records>
          <thead>
            <tr>
              <Th>Host</Th>
              <Th>System</Th>
              <Th>Version</Th>
              <Th>Now</Th>
            </tr>
          </thead>
          <tbody>
            {members.slice(0, MOST_ROWS).map((member) => (
              <HostRow key={member.id} member={member} place={place} executable={executable} />
            ))}
          </tbody>
        </Table>
      </div>
      {members.length > MOST_ROWS && (
        <p className="pt-3 text-12 text-fg-3">
          The first {MOST_ROWS} of {members.length.toLocaleString('en-US')} are shown. Filter to narrow them down; the
          copy has all of them.
        </p>
      )}
    </>
  );
}

function HostRow({ member, place, executable }: Omit<Props, 'members'> & { member: FleetMember }) {
  const { id, name, address, system, systemName, version, state, reason } = member;
  return (
    <Tr>
      <RowTh>
        <b className="font-strong wrap-anywhere">{name}</b>{' '}
        <span className="text-12 text-fg-3">
          {id}
          {address && `, ${address}`}
        </span>
      </RowTh>
      <Td className="text-fg-2">{id === MANAGER_ID ? 'Manager' : (systemName ?? systemWord(system))}</Td>
      <Td className="text-fg-2 tabular-nums">
        <span className="desk:hidden">Version </span>
        {version ?? 'not known'}
      </Td>
      <Td>
        <span className="flex items-center gap-2">
          <HostShape system={system} state={state} />
          <span className={state === 'runs' ? 'font-medium' : 'text-fg-2'}>
            {memberWords(member, place, executable)}
            {reason !== null && <span className="text-fg-3">: {reasonWords(reason, member, executable)}</span>}
          </span>
        </span>
      </Td>
    </Tr>
  );
}
