'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
// In the browser, too, and not only on the server: React puts table rows that it streams into a table with a style
// attribute, which the policy of our pages forbids. From plain data all of it is drawn at once.
import { periodWords } from '@/components/backtest/backtest-words';
import { KnownNote, NoHistoryNote } from '@/components/backtest/history-note';
import { Limits } from '@/components/backtest/limit-notes';
import { BarHistogram } from '@/components/plot/bar-histogram';
import { RankedBars } from '@/components/plot/ranked-bars';
import { timeBuckets } from '@/components/plot/time-buckets';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { ChangedBacktest, DraftBacktest, DraftBacktestAnswer } from '@/lib/view/backtest';
import { PastAddresses } from './past-addresses';

const number = (value: number): string => value.toLocaleString('en-US');

/** What the draft would have done to past alerts: each changed response before and after, by day, agent and address. */
export function PastEffects({ answer }: { answer: DraftBacktestAnswer }) {
  useGrowing(answer);
  if (answer.kind !== 'known') {
    return (
      <Frame sub="">
        <Panel className="px-4 py-3.5">
          <NoHistoryNote answer={answer} />
        </Panel>
      </Frame>
    );
  }
  const { known, changed, agents, sources, heldBack, limits, total } = answer;
  if (changed.length === 0) {
    // The white list alone changes what runs, too.
    if (total.before === total.after) return null;
    return (
      <Frame sub={periodWords(known)}>
        <ChangedRuns answer={answer} />
      </Frame>
    );
  }
  return (
    <Frame sub={periodWords(known)}>
      <ChangedRuns answer={answer} />
      <KnownNote known={known} />
      <div className="grid gap-3 mid:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <Panel className="px-4 py-3.5">
          <DraftHistogram answer={answer} />
        </Panel>
        {agents.length > 0 && (
          <Panel title="By agent" sub="runs before, and with the draft" className="pb-3">
            <div className="px-4">
              <RankedBars
                caption="Runs by agent"
                head="Agent"
                unit="Runs"
                period={periodWords(known)}
                rows={agents.slice(0, 8).map(({ id, name, before, after }) => ({
                  key: id,
                  label: (
                    <>
                      {name} <span className="text-fg-3">{id}</span>
                    </>
                  ),
                  before,
                  value: after,
                }))}
              />
            </div>
          </Panel>
        )}
      </div>
      <PastAddresses {...{ sources, heldBack }} own={answer.own} />
      {limits.length > 0 && (
        <ul className="grid gap-2">
          <Limits limits={limits} />
        </ul>
      )}
    </Frame>
  );
}

const AGAIN_MS = 3000;

/** While alerts are being read the page renews itself. */
function useGrowing(answer: DraftBacktestAnswer): void {
  const router = useRouter();
  useEffect(() => {
    const state = answer.kind === 'known' ? answer.known.state : answer.kind === 'empty' ? answer.state : null;
    if (state?.kind !== 'reading') return;
    const timer = setTimeout(() => router.refresh(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [answer, router]);
}

const Frame = ({ sub, children }: { sub: string; children: React.ReactNode }) => (
  <section aria-labelledby="past-alerts" className="grid gap-3">
    <h2 id="past-alerts" className="flex min-h-8 flex-wrap items-center gap-x-2 text-14 font-semibold tracking-h3">
      What the draft would have done to past alerts
      {sub && <span className="text-13 font-normal text-fg-3">{sub}</span>}
    </h2>
    {children}
  </section>
);

/** In place of the section while past alerts are looked at. */
export const PastEffectsSkeleton = () => (
  <Frame sub="looking at them">
    <Skeleton className="h-14! w-full" />
    <div className="grid gap-3 mid:grid-cols-2">
      <Skeleton className="h-52! w-full" />
      <Skeleton className="h-52! w-full" />
    </div>
  </Frame>
);

function ChangedRuns({ answer: { changed, left, total } }: { answer: DraftBacktest }) {
  return (
    <Panel>
      {changed.length > 0 && (
        <h3 className="border-line border-b px-4 py-2 text-12 font-medium text-fg-3">{touchedWords(changed)}</h3>
      )}
      <ul className="divide-y divide-line">
        {changed.map((one) => (
          <ChangedRow key={one.key} changed={one} />
        ))}
        {left > 0 && (
          <li className="px-4 py-2.5 text-fg-2">
            {left === 1 ? '1 more response is' : `${number(left)} more responses are`} not counted one by one.
          </li>
        )}
        <li className="flex items-center gap-3 px-4 py-2.5 text-fg-2">
          <span className="flex-1">All responses of the file, those you did not change too</span>
          <Runs before={total.before} after={total.after} />
        </li>
      </ul>
    </Panel>
  );
}

/** Which responses stand one by one. */
function touchedWords(changed: readonly ChangedBacktest[]): string {
  if (changed.every(({ whiteListOnly }) => whiteListOnly)) return 'Responses that your white list touches';
  if (changed.some(({ whiteListOnly }) => whiteListOnly)) {
    return 'Responses that you changed, or that your white list touches';
  }
  return 'Responses you changed';
}

function ChangedRow({ changed }: { changed: ChangedBacktest }) {
  const { title, trigger, before, after, agentsEach, own, whiteListOnly } = changed;
  const hits = own.reduce((sum, { alerts, listed }) => sum + alerts - listed, 0);
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{title}</p>
        <p className="text-12 text-fg-2 wrap-anywhere">{trigger || 'No trigger'}</p>
        {whiteListOnly && <p className="text-12 text-fg-3">Not changed itself, the white list is</p>}
      </div>
      <div className="text-right">
        <Runs before={before} after={after} />
        {agentsEach.after > 1 && (
          <p className="text-12 text-fg-2">each on {number(agentsEach.after)} connected agents</p>
        )}
        {hits > 0 && <p className="text-12 font-medium text-red-fg">{number(hits)} against our own addresses</p>}
      </div>
    </li>
  );
}

const Runs = ({ before, after }: { before: number; after: number }) => (
  <p className="whitespace-nowrap tabular-nums">
    <span className="text-fg-2">
      <span className="sr-only">before: </span>
      {number(before)} <span aria-hidden="true">→</span>{' '}
    </span>
    <b className="text-16 font-semibold text-violet-fg">
      <span className="sr-only">with the draft: </span>
      {number(after)}
    </b>{' '}
    runs
  </p>
);

function DraftHistogram({ answer: { known, byTime, changed } }: { answer: DraftBacktest }) {
  const buckets = timeBuckets({ from: known.from, to: known.period.to }, 'day', known.period.to - 1);
  const days = new Map(byTime.map((day) => [day.at, day]));
  const valuesOf = (side: 'before' | 'after') => buckets.map(({ at }) => days.get(at)?.[side] ?? 0);
  const sumOf = (side: 'before' | 'after') => number(changed.reduce((sum, one) => sum + one[side], 0));
  return (
    <BarHistogram
      label={`Runs by day ${periodWords(known)}: ${sumOf('before')} as it is, ${sumOf('after')} with the draft.`}
      buckets={buckets}
      series={[
        { key: 'before', label: 'As it is', tone: 'was', values: valuesOf('before') },
        { key: 'after', label: 'Draft', tone: 'violet', values: valuesOf('after') },
      ]}
      unit="runs"
      layout="layered"
      height={150}
      nowLabel="Today"
      note="Days in UTC."
    />
  );
}
