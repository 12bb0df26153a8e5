'use client';

import { useRouter } from 'next/navigation';
import { useAction } from '@/components/draft/use-action';
import { Button, ButtonLink } from '@/components/ui/button';
import type { ApplyResult, ApplySnapshot } from '@/lib/view/apply';
import type { ApplyActions } from './apply-actions';

type Props = { apply: ApplySnapshot['apply']; result: ApplyResult; actions: ApplyActions };

/** What can be done after an apply has ended: as links where it leads on, as buttons where it acts on the manager. */
export function OutcomeButtons(props: Props) {
  return (
    <div className="mt-3.5 flex flex-wrap gap-2 empty:hidden">
      <ActingButtons {...props} />
      <OutcomeLinks {...props} />
    </div>
  );
}

function ActingButtons({ apply, result, actions: { revert, restart } }: Props) {
  const router = useRouter();
  const { busy, run } = useAction();
  const open = ({ id }: { id: number }) => router.push(`/apply/${id}`);
  const isBad = result === 'failed' || result === 'interrupted';
  const canRevert = revert && ['running', 'saved', 'failed', 'interrupted'].includes(result);
  const canRestart = restart && (isBad || result === 'saved');
  const isRestartFirst = result === 'saved' || !canRevert;
  const restartButton = canRestart && (
    <Button variant={isRestartFirst ? 'primary' : 'secondary'} busy={busy} onClick={() => run(restart, open)}>
      Restart the manager
    </Button>
  );
  return (
    <>
      {isRestartFirst && restartButton}
      {canRevert && (
        <Button
          variant={isBad ? 'primary' : 'secondary'}
          busy={busy}
          onClick={() => run(() => revert({ id: apply.id }), open)}
        >
          Put the previous file back
        </Button>
      )}
      {!isRestartFirst && restartButton}
    </>
  );
}

function OutcomeLinks({ result, actions: { hasDraft, isMine, isPast, isAside, compareHref = '/history' } }: Props) {
  switch (result) {
    case 'not-written':
      return (
        <ButtonLink variant="draft" href="/review">
          Review again
        </ButtonLink>
      );
    case 'reverted':
      if (!isMine || isPast) return null;
      if (isAside) return <ButtonLink href="/history">Bring them back</ButtonLink>;
      if (!hasDraft) return null;
      return (
        <>
          <ButtonLink variant="draft" href="/review#apply">
            Try again
          </ButtonLink>
          <ButtonLink href="/review">Back to the draft</ButtonLink>
        </>
      );
    case 'superseded':
      return (
        <>
          <ButtonLink variant="primary" href={compareHref}>
            Compare in History
          </ButtonLink>
          {hasDraft && <ButtonLink href="/review">Review</ButtonLink>}
        </>
      );
    case 'running':
      if (hasDraft) return <ButtonLink href="/review">Back to the draft</ButtonLink>;
      return (
        <ButtonLink variant="primary" href="/responses">
          Active responses
        </ButtonLink>
      );
    default:
      return hasDraft ? <ButtonLink href="/review">Back to the draft</ButtonLink> : null;
  }
}
