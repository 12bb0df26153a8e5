import { CircleCheck, Clock } from 'lucide-react';
import Link from 'next/link';
import type { ApprovalView } from '@/lib/view/approval';

/** "Ada asks for approval", each with a way to look at what it is. */
export function ApprovalList({ approvals }: { approvals: readonly ApprovalView[] }) {
  return (
    <ul className="flex flex-col">
      {approvals.map(({ id, author, isMine, askedAt, approver, approvedAt }) => (
        <li key={id} className="flex items-start gap-2.5 border-line px-4 py-3 not-first:border-t">
          <span className="mt-0.5">
            {approver === null ? <Clock className="text-fg-3" /> : <CircleCheck className="text-green-fg" />}
          </span>
          <div className="min-w-0 wrap-anywhere">
            <Link href={`/approvals/${id}`} prefetch={false} className="link font-strong">
              {isMine ? 'You ask' : `${author} asks`} for approval
            </Link>
            <p className="text-12 text-fg-2">
              {approver === null ? `Since ${askedAt}` : `${approver} approved ${approvedAt}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
