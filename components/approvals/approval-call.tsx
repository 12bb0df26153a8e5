import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { ApprovalView } from '@/lib/view/approval';

/** On Overview: somebody waits for the person who looks. */
export function ApprovalCall({ waiting }: { waiting: readonly ApprovalView[] }) {
  const [first] = waiting;
  if (!first) return null;
  const others = waiting.length - 1;
  return (
    <Callout
      tone="blue"
      title={`${first.author} asks for approval`}
      actions={
        <ButtonLink href={others > 0 ? '/approvals' : `/approvals/${first.id}`} prefetch={false}>
          Look at it
        </ButtonLink>
      }
    >
      {others > 0 ? `And ${others} more. ` : ''}Nothing of it is applied before another person approves.
    </Callout>
  );
}
