/* An approval as pages show it: who asks for what, and how far it is. */
export type ApprovalView = {
  id: number;
  baseSha256: string;
  newSha256: string;
  /** "Ada Lovelace" */
  author: string;
  isMine: boolean;
  /** "today 14:28" */
  askedAt: string;
  /** Null while it is only asked for. */
  approver: string | null;
  isApprovedByMe: boolean;
  approvedAt: string | null;
};
