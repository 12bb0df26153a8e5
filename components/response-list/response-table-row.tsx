'use client';

import Link from 'next/link';
import { memo, Suspense } from 'react';
import { LocationWords } from '@/components/describe/location-words';
import { ChangeMark } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { SeverityMark } from '@/components/ui/severity-mark';
import { StateMark } from '@/components/ui/state-mark';
import { describeTimeout } from '@/lib/ossec/describe/describe-duration';
import { describeTrigger } from '@/lib/ossec/describe/describe-response';
import { toText } from '@/lib/ossec/describe/phrase';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { type ResponseRow, type RowRuns, shownFacts } from '@/lib/view/response-row';
import { type RowActions, RowMenu } from './row-menu';
import { RowRunsCell, RowRunsLine } from './row-runs';
import { TriggerWords } from './trigger-words';

const CHANGES = { '+': 'added', '~': 'changed', '-': 'removed' } as const;

/** What tells this response from others of the same command, for menus and screen readers. */
export const labelOf = (row: ResponseRow): string => {
  const facts = shownFacts(row);
  return `${facts.command ?? 'response'}, ${toText(describeTrigger(facts)) || 'no trigger'}`;
};

function Findings({ row }: { row: ResponseRow }) {
  const worst = row.findings[0];
  if (!worst) return <span className="text-fg-3 max-desk:hidden">None</span>;
  return (
    <span title={row.findings.map(({ title }) => title).join('\n')}>
      <SeverityMark severity={worst.severity}>{row.findings.length}</SeverityMark>
    </span>
  );
}

type Props = RowActions & { row: ResponseRow; runs: Promise<RowRuns | null>; selected: boolean; connected: number };

/** One response: When, Run, On, For, state, findings. On a phone a record. */
export const ResponseTableRow = memo(function ResponseTableRow({ row, runs, selected, connected, ...actions }: Props) {
  const facts = shownFacts(row);
  const gone = row.mark === '-';
  const does = row.executable === null ? null : (stockCommandOf(row.executable)?.does ?? `Custom: ${row.executable}`);
  const ground = row.mark
    ? '*:bg-violet-bg max-desk:bg-violet-bg'
    : selected
      ? '*:bg-surface-2'
      : 'hover:*:bg-surface-2';
  return (
    <tr
      data-row={row.key}
      data-mark={row.mark ?? undefined}
      aria-selected={selected || undefined}
      className={cx(
        'max-desk:relative max-desk:grid max-desk:grid-cols-[minmax(0,1fr)_auto] max-desk:gap-x-3 max-desk:gap-y-1 max-desk:border-line max-desk:border-b max-desk:py-3 max-desk:-mx-4 max-desk:px-4',
        '*:border-line *:px-2.5 *:py-2 *:align-middle desk:*:border-b max-desk:*:block max-desk:*:p-0 last:desk:*:border-b-0',
        ground,
        row.mark && '*:border-violet-line',
        selected && 'max-desk:bg-surface-2',
      )}
    >
      <td
        className={cx(
          'pr-0! desk:w-[34px] desk:pl-2!',
          row.mark && 'desk:shadow-[inset_2px_0_0_var(--violet-solid)]',
          'max-desk:col-start-2 max-desk:row-start-1 max-desk:mr-9 max-desk:self-start max-desk:justify-self-end',
        )}
      >
        {row.mark && <ChangeMark change={CHANGES[row.mark]} />}
      </td>
      <th
        scope="row"
        className="text-left font-normal wrap-anywhere max-desk:col-start-1 max-desk:row-start-1 max-desk:text-14"
      >
        {gone ? (
          <TriggerWords row={row} />
        ) : (
          <Link
            href={`/responses/${row.key}`}
            prefetch={false}
            className="no-underline hover:[&_b]:underline"
            data-open=""
          >
            <TriggerWords row={row} />
          </Link>
        )}
        {row.line !== null && (
          <small className="block text-12">
            <Link href={`/source?line=${row.line}`} prefetch={false} className="text-fg-3 no-underline hover:underline">
              Line {row.line}
            </Link>
          </small>
        )}
        <small data-past="line" className="block min-h-[18px] text-12 text-fg-2 mid:hidden">
          <Suspense>
            <RowRunsLine runs={runs} row={row} />
          </Suspense>
        </small>
      </th>
      <td className="max-desk:col-start-1 max-desk:row-start-2">
        <b className={cx('block truncate font-strong', gone && 'text-fg-3 line-through')}>
          <span className="font-normal text-fg-3 desk:hidden">Run </span>
          {facts.command ?? 'no command'}
        </b>
        <small className="block truncate text-12 text-fg-3 max-desk:hidden" title={does ?? undefined}>
          {does ?? 'not defined'}
        </small>
      </td>
      <td className="max-desk:col-start-1 max-desk:row-start-3">
        <LocationWords
          facts={facts}
          agentName={row.agentName}
          known={row.agentName !== null}
          note={facts.location === 'all' ? `${connected} connected now` : undefined}
          struck={gone}
        />
      </td>
      <td className="whitespace-nowrap max-desk:col-start-2 max-desk:row-start-2 max-desk:text-right">
        {describeTimeout(facts.timeout, row.timeoutAllowed)}
      </td>
      <td className="max-desk:col-start-1 max-desk:row-start-4">
        <StateMark state={gone ? 'new' : row.state} detail={gone ? undefined : row.reason}>
          {gone ? 'Deleted in the draft' : undefined}
        </StateMark>
      </td>
      <td data-past="column" className="hidden! mid:table-cell!">
        <Suspense>
          <RowRunsCell runs={runs} row={row} />
        </Suspense>
      </td>
      <td className="max-desk:col-start-2 max-desk:row-start-4 max-desk:text-right">
        {!gone && <Findings row={row} />}
      </td>
      <td className="text-right max-desk:col-start-2 max-desk:row-start-1 max-desk:-mt-1 max-desk:-mr-1 max-desk:self-start max-desk:justify-self-end desk:pr-2!">
        <RowMenu row={row} label={labelOf(row)} {...actions} />
      </td>
    </tr>
  );
});
