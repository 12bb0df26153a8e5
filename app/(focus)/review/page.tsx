import { CircleAlert, FileDiff, TriangleAlert } from 'lucide-react';
import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { AskApproval } from '@/components/approvals/ask-approval';
import { DiffView } from '@/components/diff/diff-view';
import { DiscardDraft } from '@/components/draft/discard-draft';
import { ApplyForm } from '@/components/review/apply-form';
import { ChangeList } from '@/components/review/change-list';
import { ConflictList } from '@/components/review/conflict-list';
import { EffectsPanel } from '@/components/review/effects-panel';
import { OtherTools } from '@/components/review/other-tools';
import { PastEffectsSkeleton } from '@/components/review/past-effects';
import { PreflightPanel } from '@/components/review/preflight-panel';
import { RestoredNote } from '@/components/review/restored-note';
import { StaleBanner } from '@/components/review/stale-banner';
import { FindingsPanel, ScriptSteps, VerdictPanel } from '@/components/review/verdict-panel';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { NeedsRole } from '@/components/users/needs-role';
import type { Person } from '@/lib/auth/person';
import { loadSettings } from '@/lib/auth/settings';
import { openDatabase } from '@/lib/state/database';
import { findApproval } from '@/lib/workflow/approvals';
import { applyDraft } from '../../actions/apply';
import { askForApproval, withdrawFromApproval } from '../../actions/approvals';
import { adoptChangedFile, discardWholeDraft, settleOneConflict, takeBackChanges, undoTo } from '../../actions/draft';
import { viewApproval } from '../../approval-view';
import { formatDay } from '../../format-time';
import { loadPage } from '../../load-page';
import { offReason, restartOffReason, shortVerdict } from './apply-off';
import { loadReview, type Review } from './load-review';
import { LockOutGuard } from './lock-out';
import { loadPastAlerts, OwnHits, OwnHitsPending, PastAlertsSection } from './past-alerts';

export const metadata: Metadata = { title: 'Review changes' };

export default async function ReviewPage() {
  const page = await loadPage();
  const failure = page.ok ? page.workspace.failure : page.failure;
  if (!page.ok || failure) {
    return (
      <Nothing
        title="Review changes"
        words="ossec.conf cannot be read"
        icon={<CircleAlert />}
        href="/review"
        action="Try again"
      >
        {failure?.message} {failure?.hint} {page.ok && 'Your draft is kept. The manager is not affected.'}
      </Nothing>
    );
  }
  const { workspace, person, state } = page;
  // Begun first: mostly it is there before the page is sent.
  const past = loadPastAlerts(workspace);
  const review = await loadReview(workspace, state);
  if (!review) {
    return (
      <Nothing
        title="Review changes"
        words="Your draft is empty"
        icon={<FileDiff />}
        href="/responses"
        action="Go to active responses"
      >
        Changes that you make to responses and commands are collected here before anything is written.
      </Nothing>
    );
  }
  const mayEdit = person.permissions.includes('edit');
  const count = review.restored ? review.planned : review.changes.length;
  const newWarnings = review.findings.added.filter(
    ({ severity }) => severity === 'warning' || severity === 'error',
  ).length;
  const problem = workspace.config?.model.problem ?? null;
  return (
    <PageScaffold
      bare
      head={
        <PageHeader
          line
          title={`Review ${count === 1 ? '1 change' : `${count} changes`}`}
          sub={
            <span className="max-desk:hidden">
              Against ossec.conf on disk.{review.savedAt !== null && ` Draft saved ${formatDay(review.savedAt)}`}
            </span>
          }
          actions={
            mayEdit && <DiscardDraft count={count} discard={discardWholeDraft} restore={undoTo} label="Discard draft" />
          }
        />
      }
    >
      <div className="flex min-h-0 flex-1 flex-col desk:grid desk:grid-cols-[minmax(0,1fr)_312px] mid:grid-cols-[minmax(0,1fr)_360px]">
        <div className="scroll-thin relative flex min-w-0 flex-col gap-4.5 px-4 pt-1 pb-5 desk:gap-5.5 desk:overflow-auto desk:px-5 desk:pt-4.5 desk:pb-8 mid:pr-7 mid:pl-8">
          {problem && (
            <Callout tone="red" title={problem.message}>
              {problem.hint} Your draft is kept.
            </Callout>
          )}
          {review.stale && <Stale review={review} adopt={mayEdit && !problem ? adoptChangedFile : undefined} />}
          <ConflictList
            conflicts={review.conflicts}
            actions={mayEdit && !problem ? { settle: settleOneConflict, restore: undoTo } : undefined}
          />
          {review.restored && <RestoredNote {...review.restored} />}
          <ChangeList changes={review.changes} takeBack={mayEdit ? takeBackChanges : undefined} restore={undoTo} />
          <DiffView
            diff={review.diff}
            title="ossec.conf"
            leftName="On disk"
            rightName="Your draft"
            isDraft
            keys
            linesHref={`/review/lines?sha256=${review.baseSha256}`}
            patchHref={mayEdit ? '/review/patch' : undefined}
          />
          <Suspense fallback={<PastEffectsSkeleton />}>
            <PastAlertsSection loading={past} />
          </Suspense>
        </div>
        <aside
          aria-label="Apply"
          className="scroll-thin relative border-line bg-surface-2 max-desk:border-t desk:overflow-auto desk:border-l"
        >
          <VerdictPanel {...review.verdict} />
          <FindingsPanel
            added={review.findings.added}
            fixed={review.findings.fixed}
            staying={review.findings.staying.length}
          />
          <Suspense>
            <LockOutGuard workspace={workspace} mayEdit={mayEdit && !problem} />
          </Suspense>
          <Suspense fallback={<OwnHitsPending />}>
            <OwnHits loading={past} workspace={workspace} mayEdit={mayEdit && !problem} />
          </Suspense>
          <section className="border-line border-t px-5 py-4" aria-label="Other tools">
            <OtherTools items={review.otherTools} />
          </section>
          <ScriptSteps scripts={review.scripts} />
          {review.effects && <EffectsPanel effects={review.effects} />}
          <PreflightPanel checks={review.checks} />
          {person.permissions.includes('apply') ? (
            <Apply review={review} person={person} newWarnings={newWarnings} />
          ) : (
            <div className="border-line border-t px-5 py-4">
              <NeedsRole needs="apply" what="Applying" />
            </div>
          )}
        </aside>
      </div>
      <div className="sticky bottom-0 z-15 flex min-h-15 items-center gap-2.5 border-violet-line border-t bg-violet-bg py-2.5 pr-3 pl-4 desk:hidden">
        {newWarnings > 0 && <TriangleAlert className="text-amber-fg" />}
        <p className="font-strong">{shortVerdict(review, newWarnings)}</p>
        <a
          href="#apply"
          className="ml-auto inline-flex h-ctl items-center rounded-control bg-violet-btn px-3 font-strong text-on-violet no-underline"
        >
          Go to apply
        </a>
      </div>
    </PageScaffold>
  );
}

/** With four eyes the approval comes before the button. */
function Apply({ review, person, newWarnings }: { review: Review; person: Person; newWarnings: number }) {
  const database = openDatabase();
  const { baseSha256, newSha256 } = review;
  const needsApproval = loadSettings(database).fourEyes;
  const found = needsApproval ? findApproval(database, { baseSha256, newSha256 }, person.id) : null;
  const approval = found && viewApproval(database, found, person.id);
  const off = offReason(review);
  const waits = needsApproval && !approval?.approver ? 'Another person has to approve it first.' : null;
  return (
    <>
      {needsApproval && (
        <AskApproval
          approval={approval}
          off={off}
          ask={askForApproval.bind(null, { baseSha256, newSha256 })}
          withdraw={withdrawFromApproval}
        />
      )}
      <ApplyForm
        baseSha256={baseSha256}
        newSha256={newSha256}
        changes={review.planned}
        newWarnings={newWarnings}
        everyAgent={review.everyAgent}
        off={off ?? waits}
        restartOff={restartOffReason(review)}
        apply={applyDraft}
      />
    </>
  );
}

function Stale({ review, adopt }: { review: Review; adopt?: typeof adoptChangedFile }) {
  const { stale, conflicts } = review;
  if (!stale) return null;
  return (
    <StaleBanner sentences={stale.sentences} who={stale.who} conflicts={conflicts.length} adopt={adopt}>
      {stale.theirs && (
        <DiffView
          diff={stale.theirs}
          title="Their changes"
          leftName="When you began"
          rightName="On disk"
          linesHref={`/review/lines?sha256=${stale.baseSha256}`}
        />
      )}
    </StaleBanner>
  );
}

type NothingProps = {
  title: string;
  words: string;
  icon: ReactNode;
  href: string;
  action: string;
  children: ReactNode;
};

function Nothing({ title, words, icon, href, action, children }: NothingProps) {
  return (
    <PageScaffold head={<PageHeader line title={title} />}>
      <EmptyState
        icon={icon}
        title={words}
        action={
          <ButtonLink variant="primary" href={href}>
            {action}
          </ButtonLink>
        }
      >
        {children}
      </EmptyState>
    </PageScaffold>
  );
}
