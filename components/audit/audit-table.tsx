import Link from 'next/link';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import type { AuditRow } from '@/lib/view/audit';

/** On a phone number, time and person share the first line of the record. */
const inLine = 'max-desk:mr-2 max-desk:inline!';

/** Entries of the audit log, newest first. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <Table caption="Audit log, newest first" records tight>
      <thead>
        <tr>
          <Th className="w-16">Entry</Th>
          <Th className="w-44">When</Th>
          <Th className="w-40">Who</Th>
          <Th>What</Th>
          <Th className="w-28">Where</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ seq, when, iso, who, action, facts, place }) => (
          <Tr key={seq}>
            <Td className={`text-fg-3 tabular-nums ${inLine}`}>{seq}</Td>
            <Td className={`whitespace-nowrap text-fg-2 ${inLine}`}>
              <time dateTime={iso} title={iso}>
                {when}
              </time>
            </Td>
            <Td className={`wrap-anywhere ${inLine}`}>{who}</Td>
            <RowTh className="wrap-anywhere">
              <b className="font-medium">{action}</b>
              {facts.length > 0 && <span className="block text-12 text-fg-2">{facts.join('. ')}</span>}
            </RowTh>
            <Td>
              {place && (
                <Link href={place.href} className="link whitespace-nowrap">
                  {place.words}
                </Link>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
