'use client';

import { CircleCheck, Clock, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';
import type { ApprovalView } from '@/lib/view/approval';

type Props = {
  approval: ApprovalView | null;
  /** Why it makes no sense to ask now; null when it does. */
  off: string | null;
  ask: () => Promise<ActionResult<{ id: number }>>;
  withdraw: (input: { id: number }) => Promise<ActionResult>;
};

/** Four eyes, for whoever wants to apply: ask, wait, or see who approved. */
export function AskApproval({ approval, off, ask, withdraw }: Props) {
  const { busy, run } = useAction();
  const toast = useToast();
  if (!approval) {
    return (
      <section aria-label="Approval" className="border-line border-t px-5 py-4">
        <Line icon={<Users />} title="Needs the approval of another person">
          Somebody else who may apply looks at exactly this plan. A change of it needs a new approval.
        </Line>
        <Button
          block
          className="mt-3"
          busy={busy}
          disabled={off !== null}
          onClick={() => run(ask, () => toast({ message: 'Asked for approval. The others see it under Approvals' }))}
        >
          Ask for approval
        </Button>
        {off !== null && <p className="mt-1.5 text-center text-12 text-fg-3">{off}</p>}
      </section>
    );
  }
  const { id, approver } = approval;
  return (
    <section aria-label="Approval" className="border-line border-t px-5 py-4" role="status">
      {approver === null ? (
        <Line icon={<Clock />} title="Waiting for approval">
          You asked {approval.askedAt}. Others find it under Approvals.
        </Line>
      ) : (
        <Line icon={<CircleCheck className="text-green-fg" />} title={`${approver} approved this plan`}>
          {approval.approvedAt}. It holds for 24 hours, for exactly these bytes.
        </Line>
      )}
      <Button
        size="s"
        className="mt-3"
        busy={busy}
        onClick={() =>
          run(
            () => withdraw({ id }),
            () => toast({ message: 'You no longer ask for approval' }),
          )
        }
      >
        Withdraw the request
      </Button>
    </section>
  );
}

function Line({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2">
      <span className="mt-0.5 text-fg-3">{icon}</span>
      <div className="min-w-0">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-12 text-fg-2">{children}</p>
      </div>
    </div>
  );
}
