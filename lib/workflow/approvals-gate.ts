/*
 * What keeps a person from starting an apply, a revert or a restart although the role would allow it: limits, and four eyes.
 * Asked once, in the transaction that opens the record.
 */
import { loadSettings } from '../auth/settings.ts';
import { loadContent } from '../history/contents.ts';
import type { Database } from '../state/database.ts';
import { loadApply, targetOf } from './apply/apply-record.ts';
import { loadAlarm } from './apply/running-apply.ts';
import { isApproved, type Plan } from './approvals.ts';
import type { LimitRefusal } from './limits.ts';
import { refuseLimitedStart } from './limits-check.ts';
import type { Workspace } from './workspace.ts';

type Started = Plan & { kind: 'apply' | 'revert' | 'restart' };

type Refusal = Omit<LimitRefusal, 'code'> & { code: string };

/** Why it may not start; null when it may. `bytes` are those of the new file. */
export function refuseStart(workspace: Workspace, started: Started, bytes: Uint8Array): Refusal | null {
  if (started.baseSha256 === started.newSha256 || isWayOut(workspace.database, started)) return null;
  return refuseLimitedStart(workspace, started, bytes) ?? refuseUnapproved(workspace, started);
}

/** Trying a failed revert again: open to everybody who may apply at all. */
function isWayOut(database: Database, { kind, newSha256 }: Started): boolean {
  const alarm = kind === 'apply' ? null : loadAlarm(database);
  const apply = alarm && loadApply(database, alarm.applyId);
  return apply !== null && targetOf(apply) === newSha256;
}

/** Going back to what ran before needs no approval: it must be possible at once. */
function refuseUnapproved({ database, person }: Workspace, { kind, ...plan }: Started): Refusal | null {
  if (kind === 'revert' || !loadSettings(database).fourEyes) return null;
  // A draft is its author's alone; a file that is on disk already may be made to run by whoever is there.
  if (isApproved(database, plan, { person, anyAuthor: kind === 'restart' })) return null;
  const hint = kind === 'apply' ? 'Ask for approval on Review.' : 'Ask for it on the page Approvals.';
  const message = 'This needs the approval of another person who may apply.';
  return { status: 'refused', code: 'needs-approval', message, hint, line: null };
}

/** Nobody approves what they could not apply themselves. */
export function refuseApprover(workspace: Workspace, plan: Plan): Refusal | null {
  const bytes = loadContent(workspace.database, plan.newSha256);
  return bytes && refuseLimitedStart(workspace, { ...plan, kind: 'restart' }, bytes);
}
