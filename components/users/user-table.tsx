import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';

export type UserRow = {
  person: string;
  name: string;
  login: string;
  role: string;
  limits: string | null;
  secondFactor: boolean;
  /** "today 14:28"; null when never. */
  lastSeen: string | null;
  state: 'active' | 'disabled' | 'invited';
  isMyself: boolean;
};

/** Everybody who may sign in, and who may no longer. */
export function UserTable({ rows }: { rows: readonly UserRow[] }) {
  return (
    <Table caption="Users" records>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Role</Th>
          <Th>Limits</Th>
          <Th>Second factor</Th>
          <Th>Last seen</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.person}>
            <RowTh>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Link href={`/users/${row.person}`} prefetch={false} className="font-strong wrap-anywhere">
                  {row.name}
                </Link>
                {row.isMyself && <Badge tone="line">You</Badge>}
                {row.state === 'disabled' && <Badge tone="red">Disabled</Badge>}
                {row.state === 'invited' && <Badge tone="amber">No password yet</Badge>}
              </span>
              <span className="block text-12 text-fg-3 wrap-anywhere">{row.login}</span>
            </RowTh>
            <Td>{row.role}</Td>
            <Td className="text-fg-2 wrap-anywhere max-desk:empty:hidden">
              {row.limits ?? <span className="text-fg-3 max-desk:hidden">None</span>}
            </Td>
            <Td className="text-fg-2">
              <span className="desk:hidden">Second factor: </span>
              {row.secondFactor ? 'On' : 'Off'}
            </Td>
            <Td className="text-fg-2">
              <span className="desk:hidden">Last seen </span>
              {row.lastSeen ?? 'never'}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
