'use client';

import { use } from 'react';
import { Sparkline } from '@/components/plot/sparkline';
import type { RowRuns } from '@/lib/view/response-row';

type Props = { runs: Promise<RowRuns | null>; rowKey: string };

/** A few bars and their sum; nothing where there is no history. */
export function RowRunsCell({ runs, rowKey }: Props) {
  const known = use(runs);
  const days = known?.byKey[rowKey];
  if (!known || !days) return <span className="text-fg-3">Not known</span>;
  const total = days.reduce((sum, count) => sum + count, 0);
  const { knownDays, isShort } = known;
  const short = knownDays === 1 ? 'in the day that is known' : `in the ${knownDays} days that are known`;
  const words = isShort ? short : 'in 7 days';
  return (
    <span className="flex items-center justify-end gap-2.5" title={`${total.toLocaleString('en-US')} ${words}`}>
      {total > 0 && <Sparkline values={days} />}
      <span className={total > 0 ? 'min-w-10 text-right tabular-nums' : 'min-w-10 text-right text-fg-3'}>
        {total.toLocaleString('en-US')}
      </span>
    </span>
  );
}
