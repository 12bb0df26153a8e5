'use client';

import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';
import type { ApprovalView } from '@/lib/view/approval';

type Plan = { id: number; baseSha256: string; newSha256: string };

type Props = {
  approval: ApprovalView;
  /** The file changed since: an approval would be of no use. */
  isOver: boolean;
  approve: (input: Plan) => Promise<ActionResult>;
  withdraw: (input: { id: number }) => Promise<ActionResult>;
};

/** Approve, or take it back: for who looks at somebody else's plan, and for the author. */
export function DecideApproval({ approval, isOver, approve, withdraw }: Props) {
  const { busy, run } = useAction();
  const toast = useToast();
  const { id, baseSha256, newSha256, isMine, isApprovedByMe, approver, author } = approval;
  const takeBack = (label: string, done: string) => (
    <Button
      busy={busy}
      onClick={() =>
        run(
          () => withdraw({ id }),
          () => toast({ message: done }),
        )
      }
    >
      {label}
    </Button>
  );
  if (isMine) return takeBack('Withdraw the request', 'You no longer ask for approval');
  if (isApprovedByMe) return takeBack('Withdraw my approval', 'Your approval is withdrawn');
  if (approver !== null || isOver) return null;
  return (
    <Button
      variant="primary"
      busy={busy}
      onClick={() =>
        run(
          () => approve({ id, baseSha256, newSha256 }),
          () => toast({ message: `Approved. ${author} can apply it now` }),
        )
      }
    >
      Approve
    </Button>
  );
}
