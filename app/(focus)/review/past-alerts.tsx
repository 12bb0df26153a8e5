import 'server-only';
import type { ReactNode } from 'react';
import { periodWords } from '@/components/backtest/backtest-words';
import { OwnCallout } from '@/components/backtest/own-callout';
import { PastEffects } from '@/components/review/past-effects';
import { log, reasonOf } from '@/lib/log/log';
import type { DraftBacktestAnswer } from '@/lib/view/backtest';
import { draftBlocks, loadDraftBacktest } from '@/lib/workflow/backtest/load-draft-backtest';
import type { Workspace } from '@/lib/workflow/workspace';
import { addChanges } from '../../actions/draft';
import { requestFrom } from '../../request-from';

const DAYS = 30;

/** What past alerts say of the draft. Review stands without it, so whatever goes wrong becomes an answer. */
export async function loadPastAlerts(workspace: Workspace): Promise<DraftBacktestAnswer | null> {
  const { address } = await requestFrom();
  try {
    return await loadDraftBacktest(workspace, { days: DAYS, adminAddress: address });
  } catch (thrown) {
    log('error', 'backtest failed', { reason: reasonOf(thrown) });
    const message = 'Past alerts cannot be looked at.';
    return { kind: 'failed', failure: { code: 'backtest-failed', message, hint: 'The draft can be applied without.' } };
  }
}

type Props = { loading: Promise<DraftBacktestAnswer | null> };

/** The section of the page. */
export async function PastAlertsSection({ loading }: Props) {
  const answer = await loading;
  return answer && <PastEffects answer={answer} />;
}

/** The guard in the rail: our own addresses among what the draft would have run for. */
export async function OwnHits({ loading, workspace, mayEdit }: Props & { workspace: Workspace; mayEdit: boolean }) {
  const answer = await loading;
  if (answer?.kind !== 'known' || answer.changed.length + answer.own.length === 0) return null;
  if (answer.own.length === 0)
    return (
      <OneLine>
        None of our own addresses would have been hit by what the draft changes, {periodWords(answer.known)}.
      </OneLine>
    );
  return (
    <section aria-label="Our own addresses" className="border-line border-t px-5 py-4">
      <OwnCallout
        own={answer.own}
        verb={draftBlocks(workspace) ? 'blocked' : 'hit'}
        period={periodWords(answer.known)}
        addChanges={mayEdit ? addChanges : undefined}
      />
    </section>
  );
}

export const OwnHitsPending = () => <OneLine>Looking for our own addresses in past alerts.</OneLine>;

const OneLine = ({ children }: { children: ReactNode }) => (
  <p className="border-line border-t px-5 py-3 text-12 text-fg-2">{children}</p>
);
