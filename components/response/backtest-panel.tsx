'use client';

import { BacktestSkeleton } from '@/components/backtest/backtest-skeleton';
import { agentsWord, blocksWord, paceWords, periodWords } from '@/components/backtest/backtest-words';
import { KnownNote, NoHistoryNote, type SetReading } from '@/components/backtest/history-note';
import { KeyNumbers } from '@/components/backtest/key-numbers';
import { LimitNotes } from '@/components/backtest/limit-notes';
import { type AddChanges, OwnCallout } from '@/components/backtest/own-callout';
import { RunHistogram } from '@/components/backtest/run-histogram';
import { TopLists } from '@/components/backtest/top-lists';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { actsOnAddress } from '@/lib/alerts/backtest/acts-on-address';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import { stockKindOf } from '@/lib/ossec/findings/stock-commands';
import type { Backtest, BacktestDays } from '@/lib/view/backtest';
import { commandOf } from './chosen-command';
import { useBacktest } from './use-backtest';
import { MOST_IDS } from './use-rules';

/** What can be done about past alerts; absent for who may not edit. */
export type PastActions = { addChanges: AddChanges; setReading: SetReading };

type Props = {
  values: ResponseFormValues;
  data: ResponseFormData;
  days: BacktestDays;
  actions?: PastActions | undefined;
};

/** What the response as typed would have done to past alerts; never in the way of typing. */
export function BacktestPanel({ values, data, days, actions }: Props) {
  const { answer, loading, failed, askAgain } = useBacktest(values, data, days);
  if (failed) {
    return (
      <p className="text-fg-2">
        Past alerts cannot be asked right now.{' '}
        <Button size="s" busy={loading} onClick={askAgain}>
          Try again
        </Button>
      </p>
    );
  }
  if (!answer) return <BacktestSkeleton />;
  if (answer.kind !== 'known') {
    return (
      <>
        <NoHistoryNote answer={answer} setReading={actions?.setReading} onSet={askAgain} />
        {answer.kind === 'failed' && (
          <Button size="s" className="mt-2 ml-6" busy={loading} onClick={askAgain}>
            Try again
          </Button>
        )}
      </>
    );
  }
  const executable = commandOf(values, data)?.executable ?? '';
  const stock = stockKindOf(executable);
  const isUser = stock?.needs === 'dstuser';
  const acts = actsOnAddress(executable);
  return (
    <div className="grid gap-3" aria-busy={loading}>
      {values.ruleIds.length > MOST_IDS && (
        <p className="text-12 text-amber-fg">
          Counted for the first {MOST_IDS} of {values.ruleIds.length.toLocaleString('en-US')} rule IDs only.
        </p>
      )}
      <Headline backtest={answer} loading={loading} isAll={values.location === 'all'} />
      {acts && (
        <OwnCallout
          own={answer.own}
          verb={stock?.blocks ? 'blocked' : 'hit'}
          period={periodWords(answer.known)}
          addChanges={actions?.addChanges}
          onAdded={askAgain}
        />
      )}
      <RunHistogram backtest={answer} />
      <KnownNote known={answer.known} setReading={actions?.setReading} onSet={askAgain} />
      {answer.alerts > 0 && <KeyNumbers backtest={answer} isUser={isUser} />}
      <LimitNotes lacking={answer.lacking} runs={answer.runs} limits={answer.limits} />
      {answer.alerts > 0 && (
        <details>
          <summary className="font-strong">Agents, {isUser ? 'users' : 'addresses'} and rules</summary>
          <div className="pt-2">
            <TopLists backtest={answer} isUser={isUser} acts={acts} />
          </div>
        </details>
      )}
    </div>
  );
}

/** "214 runs in 30 days, about 7 a day. At most 6 blocks active at once." */
function Headline({ backtest, loading, isAll }: { backtest: Backtest; loading: boolean; isAll: boolean }) {
  const { runs, known, peak, agentsEach } = backtest;
  const where = isAll ? `the ${agentsWord(agentsEach)} connected now` : agentsWord(agentsEach);
  const pace = paceWords(runs, known);
  return (
    <p role="status" className="relative pr-6">
      {loading && (
        <span className="absolute top-1.5 right-0 animate-late text-fg-3">
          <Spinner />
        </span>
      )}
      <b className="text-20 font-semibold tracking-h1">{runs.toLocaleString('en-US')}</b> {runs === 1 ? 'run' : 'runs'}{' '}
      {periodWords(known)}
      {pace && `, ${pace}`}
      {agentsEach > 1 && `, each on ${where}`}.
      {peak && ` At most ${peak.exact ? '' : 'about '}${blocksWord(peak.blocks)} active at once`}
      {peak && (agentsEach > 1 ? ' on each of them.' : '.')}
    </p>
  );
}
