import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import type { ActivityRow } from '@/lib/view/activity';
import { OutcomeMark } from './outcome-mark';

type Props = { rows: readonly ActivityRow[]; sort: 'newest' | 'oldest'; sortHref: string };

const quiet = 'link text-12';
/** On a phone what ran, where and against whom share a line. */
const inLine = 'max-desk:mr-1.5 max-desk:inline!';

/** One row a run: what, where, against whom, and what became of it. */
export function ActivityTable({ rows, sort, sortHref }: Props) {
  const Arrow = sort === 'newest' ? ArrowDown : ArrowUp;
  return (
    <Table caption={`Runs, the ${sort} first`} records>
      <thead>
        <tr>
          <Th className="w-36" aria-sort={sort === 'newest' ? 'descending' : 'ascending'}>
            <Link href={sortHref} scroll={false} className="inline-flex items-center gap-1 text-fg-3 hover:text-fg">
              When
              <Arrow className="icon-12" />
            </Link>
          </Th>
          <Th>Run</Th>
          <Th>On</Th>
          <Th>Against</Th>
          <Th>Set off by</Th>
          <Th>Outcome</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.key} data-outcome={row.outcome}>
            <Td className="text-fg-2">
              {row.iso && (
                <time dateTime={row.iso} title={row.iso} className="text-fg max-desk:mr-2 desk:block">
                  {row.when}
                </time>
              )}
              <small className="text-12 text-fg-3">{row.ago}</small>
            </Td>
            <RowTh className={`wrap-anywhere ${inLine}`}>
              {row.responseHref ? (
                <Link href={row.responseHref} prefetch={false} className="font-medium text-fg hover:underline">
                  {row.command}
                </Link>
              ) : (
                <b className="font-medium">{row.command}</b>
              )}
              {row.script !== row.command && (
                <small className="text-12 text-fg-3 max-desk:ml-1.5 desk:block">{row.script}</small>
              )}
            </RowTh>
            <Td className={inLine}>
              <span className="text-fg-3 desk:hidden">on </span>
              {row.agentName} <small className="text-12 text-fg-3">{row.agentId}</small>
            </Td>
            <Td className={`min-w-36 wrap-anywhere ${inLine}`}>
              {row.target ?? <span className="text-fg-3">Nothing named</span>}
            </Td>
            <Td className="min-w-44 wrap-anywhere">
              <span className="text-fg-2 max-desk:mr-2 desk:block">{row.rule}</span>
              {row.alertHref && (
                <Link href={row.alertHref} scroll={false} prefetch={false} className={quiet}>
                  Alert
                </Link>
              )}
            </Td>
            <Td className="min-w-52">
              <OutcomeMark outcome={row.outcome} />
              {row.lasted && <span className="pl-2 text-12 whitespace-nowrap text-fg-3">{row.lasted}</span>}
              {row.renewals > 0 && (
                <span className="block text-12 text-fg-3">
                  Renewed {row.renewals === 1 ? 'once' : `${row.renewals} times`}
                </span>
              )}
              {row.said && <code className="block text-12 wrap-anywhere text-red-fg">{row.said}</code>}
              {row.why && !row.said && <span className="block max-w-[44ch] text-12 text-fg-2">{row.why}</span>}
              {row.traceHref && (row.outcome === 'unseen' || row.outcome === 'failed') && (
                <Link href={row.traceHref} prefetch={false} className={quiet}>
                  Follow it
                </Link>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

type PagesProps = { page: number; pages: number; newer: string; older: string };

/** By the address, like everything here. */
export function ActivityPages({ page, pages, newer, older }: PagesProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages of runs" className="flex items-center gap-3">
      <ButtonLink href={newer} disabled={page <= 1}>
        Previous
      </ButtonLink>
      <span className="text-fg-2">
        Page {page} of {pages}
      </span>
      <ButtonLink href={older} disabled={page >= pages}>
        Next
      </ButtonLink>
    </nav>
  );
}
