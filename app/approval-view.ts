import 'server-only';
import { personName } from '@/lib/auth/people';
import type { Database } from '@/lib/state/database';
import type { ApprovalView } from '@/lib/view/approval';
import type { Approval } from '@/lib/workflow/approvals';
import { formatDay } from './format-time';

/** An approval in words, for the person who looks. */
export function viewApproval(database: Database, approval: Approval, person: string): ApprovalView {
  const { id, baseSha256, newSha256, author, askedAt, approver, approvedAt } = approval;
  return {
    ...{ id, baseSha256, newSha256 },
    author: personName(database, author),
    isMine: author === person,
    askedAt: formatDay(askedAt),
    approver: approver === null ? null : personName(database, approver),
    isApprovedByMe: approver === person,
    approvedAt: approvedAt === null ? null : formatDay(approvedAt),
  };
}
