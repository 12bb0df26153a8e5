/*
 * Four eyes: who asked for the approval of exactly which file over which, and who gave it. Owns the table approvals. Knows
 * no draft: a plan is two hashes, and the bytes behind them are kept while somebody is to look at them.
 */

import { permissionsOf } from '../auth/roles.ts';
import { loadUser } from '../auth/users.ts';
import { type Database, inTransaction } from '../state/database.ts';

/** An approval is for now, not for some day. */
export const APPROVAL_MS = 24 * 60 * 60_000;

export type Plan = { baseSha256: string; newSha256: string };

export type Approval = Plan & {
  id: number;
  author: string;
  askedAt: number;
  /** Null while it is only asked for. */
  approver: string | null;
  approvedAt: number | null;
};

const toApproval = (row: Record<string, unknown>): Approval => ({
  id: Number(row.rowid),
  baseSha256: String(row.base_sha256),
  newSha256: String(row.new_sha256),
  author: String(row.author),
  askedAt: Number(row.asked_at),
  approver: row.approver as string | null,
  approvedAt: row.approved_at as number | null,
});

const ALIVE = 'coalesce(approved_at, asked_at) > :alive';
const alive = (now: number) => ({ alive: now - APPROVAL_MS });

/** What was asked for and is not over yet, the latest first. */
export const listApprovals = (database: Database, now = Date.now()): Approval[] =>
  database
    .prepare(`SELECT rowid, * FROM approvals WHERE ${ALIVE} ORDER BY asked_at DESC`)
    .all(alive(now))
    .map(toApproval);

/** What somebody else asks for and nobody has answered. */
export const approvalsWaitingFor = (database: Database, person: string): Approval[] =>
  listApprovals(database).filter(({ author, approver }) => approver === null && author !== person);

export function loadApproval(database: Database, id: number, now = Date.now()): Approval | null {
  const row = database
    .prepare(`SELECT rowid, * FROM approvals WHERE rowid = :id AND ${ALIVE}`)
    .get({ id, ...alive(now) });
  return row ? toApproval(row) : null;
}

/** What the author has asked for this plan; null when nothing, or when it is over. */
export function findApproval(database: Database, plan: Plan, author: string, now = Date.now()): Approval | null {
  return approvalsOf(database, plan, now).find((one) => one.author === author) ?? null;
}

const approvalsOf = (database: Database, { baseSha256, newSha256 }: Plan, now: number): Approval[] =>
  database
    .prepare(`SELECT rowid, * FROM approvals WHERE base_sha256 = :base AND new_sha256 = :new AND ${ALIVE}`)
    .all({ base: baseSha256, new: newSha256, ...alive(now) })
    .map(toApproval);

/** Asks anew; an approval that was there before is over. */
export function addRequest(database: Database, { baseSha256, newSha256 }: Plan, author: string): number {
  return inTransaction(database, () => {
    database
      .prepare('DELETE FROM approvals WHERE base_sha256 = ? AND new_sha256 = ? AND author = ?')
      .run(...[baseSha256, newSha256, author]);
    const { lastInsertRowid } = database
      .prepare('INSERT INTO approvals (base_sha256, new_sha256, author, asked_at) VALUES (?, ?, ?, ?)')
      .run(baseSha256, newSha256, author, Date.now());
    return Number(lastInsertRowid);
  });
}

/** Gives the approval. False when it is not there any more, is given already, or is the person's own request. */
export function giveApproval(database: Database, { id, baseSha256, newSha256 }: Plan & { id: number }, person: string) {
  const { changes } = database
    .prepare(
      `UPDATE approvals SET approver = ?, approved_at = ? WHERE rowid = ? AND base_sha256 = ? AND new_sha256 = ?
         AND author <> ? AND approver IS NULL`,
    )
    .run(person, Date.now(), id, baseSha256, newSha256, person);
  return changes === 1;
}

/** The author no longer asks, or the approver no longer approves. False for everybody else. */
export function withdrawApproval(database: Database, id: number, person: string): boolean {
  return inTransaction(database, () => {
    const asked = database.prepare('DELETE FROM approvals WHERE rowid = ? AND author = ?').run(id, person);
    const given = database
      .prepare('UPDATE approvals SET approver = NULL, approved_at = NULL WHERE rowid = ? AND approver = ?')
      .run(id, person);
    return Number(asked.changes) + Number(given.changes) === 1;
  });
}

/** May the person start what this plan says: has somebody else approved it who may still apply? */
export function isApproved(
  database: Database,
  plan: Plan,
  { person, anyAuthor }: { person: string; anyAuthor: boolean },
): boolean {
  return approvalsOf(database, plan, Date.now()).some(
    ({ author, approver }) =>
      (anyAuthor || author === person) && approver !== null && approver !== person && mayApply(database, approver),
  );
}

function mayApply(database: Database, person: string): boolean {
  const user = loadUser(database, person);
  return user !== null && user.disabledAt === null && permissionsOf(user.role).includes('apply');
}
