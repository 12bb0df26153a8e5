'use client';

import { use } from 'react';
import { Sparkline } from '@/components/plot/sparkline';
import type { ResponseRow, RowRuns } from '@/lib/view/response-row';

type Props = { runs: Promise<RowRuns | null>; row: ResponseRow };

const number = (value: number): string => value.toLocaleString('en-US');

/** The history does not matter for these. */
const neverSent = ({ mark, state }: ResponseRow): string | null =>
  mark === '-' ? 'deleted' : state === 'disabled' ? state : null;

type Past = { quiet: string } | { days: number[]; words: string } | null;

/** What to say of a row: why it is never sent, or its days. Null while nobody knows. */
function usePast({ runs, row }: Props): Past {
  const quiet = neverSent(row);
  if (quiet) return { quiet };
  const known = use(runs);
  const days = known?.byKey[row.key];
  if (!known || days === undefined) return null;
  if (days === null) return { quiet: row.state === 'broken' ? 'broken' : 'never sent' };
  return { days, words: spanWords(known) };
}

/** "in 7 days", "in the 2 days that are known" */
function spanWords({ knownDays, isShort }: RowRuns): string {
  if (!isShort) return 'in 7 days';
  return knownDays === 1 ? 'in the day that is known' : `in the ${knownDays} days that are known`;
}

const sumOf = (days: readonly number[]): number => days.reduce((sum, count) => sum + count, 0);

/** Past alerts that would have set it off: a few bars and their sum. */
export function RowRunsCell(props: Props) {
  const past = usePast(props);
  if (!past) return <span className="block text-right text-fg-3">Not known</span>;
  if ('quiet' in past) {
    return (
      <span className="flex items-baseline justify-end gap-1.5 text-fg-3">
        0 <small className="text-12">{past.quiet}</small>
      </span>
    );
  }
  const { days, words } = past;
  const total = sumOf(days);
  return (
    <span className="flex items-center justify-end gap-2.5" title={`${number(total)} ${words}`}>
      {total > 0 && <Sparkline values={days} />}
      <span className={total > 0 ? 'min-w-10 text-right tabular-nums' : 'min-w-10 text-right text-fg-3'}>
        {number(total)}
      </span>
    </span>
  );
}

/** The same in words, where the window has no room for the column. */
export function RowRunsLine(props: Props) {
  const past = usePast(props);
  if (!past) return 'Past alerts not known';
  if ('quiet' in past) return `0 past alerts: ${past.quiet}`;
  const total = sumOf(past.days);
  return `${number(total)} past ${total === 1 ? 'alert' : 'alerts'} ${past.words}`;
}
