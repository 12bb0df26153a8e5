'use client';

import { lazy, Suspense, useState } from 'react';
import { BacktestSkeleton } from '@/components/backtest/backtest-skeleton';
import { Segmented } from '@/components/ui/segmented';
import { useCatchFocus } from '@/components/ui/use-catch-focus';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import { BACKTEST_DAYS, type BacktestDays } from '@/lib/view/backtest';
import type { PastActions } from './backtest-panel';
import { hasNoTrigger } from './steps';

// The plots come when there is something to plot.
const BacktestPanel = lazy(() => import('./backtest-panel').then((module) => ({ default: module.BacktestPanel })));

const LABELS: Record<BacktestDays, string> = { 1: '24 h', 7: '7 d', 30: '30 d' };

type Props = { values: ResponseFormValues; data: ResponseFormData; pastActions?: PastActions | undefined };

/** The section of the preview: a period, and what the response would have done in it. */
export function PastAlerts({ values, data, pastActions }: Props) {
  const [days, setDays] = useState<BacktestDays>(30);
  const root = useCatchFocus<HTMLElement>({
    selector: '[aria-label^="Add to white list: "]',
    fallback: (section) => section.querySelector('h2'),
  });
  return (
    <section ref={root} aria-label="What it would have done" className="border-line border-t px-4 py-4 desk:px-5">
      <div className="mb-2 flex min-h-8 items-center gap-2">
        <h2 tabIndex={-1} className="text-12 font-semibold text-fg-2">
          What it would have done
        </h2>
        <Segmented
          label="Period"
          name="backtest-days"
          value={String(days)}
          onValueChange={(value) => setDays(Number(value) as BacktestDays)}
          options={BACKTEST_DAYS.map((value) => ({ value: String(value), label: LABELS[value] }))}
          className="ml-auto"
        />
      </div>
      {hasNoTrigger(values) ? (
        <p className="text-fg-3">Choose when it should run: past alerts then show how often it would have.</p>
      ) : (
        <Suspense fallback={<BacktestSkeleton />}>
          <BacktestPanel {...{ values, data, days }} actions={pastActions} />
        </Suspense>
      )}
    </section>
  );
}
