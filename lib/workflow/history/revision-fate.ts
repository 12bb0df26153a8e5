/*
 * How a revision fared: from the record of its apply, and from the revisions after it. Reads; writes nothing.
 */

import { type Revision, revisionsAfter } from '../../history/revisions.ts';
import type { Database } from '../../state/database.ts';
import type { ApplyRecord } from '../../view/apply.ts';
import type { RevisionFate } from '../../view/revision.ts';
import { loadApply } from '../apply/apply-record.ts';

export type RevisionStory = {
  fate: RevisionFate;
  /** Of a revision that Riposte wrote. */
  apply: ApplyRecord | null;
  /** The next version that stayed on the manager; null while this one is the newest, or was taken back. */
  replacedBy: Revision | null;
};

/** What became of a revision. */
export function loadStory(database: Database, revision: Revision): RevisionStory {
  const apply = revision.applyId === null ? null : loadApply(database, revision.applyId);
  const undoing = undoingApply(database, revision);
  if (undoing) return { fate: fateOfUndone(undoing), apply: apply ?? undoing, replacedBy: null };
  const next = nextThatStayed(database, revision);
  const isTakenBack =
    next !== null &&
    next.sha256 === revision.parentSha256 &&
    next.applyId !== null &&
    loadApply(database, next.applyId)?.kind === 'revert';
  return { fate: fateOf(revision, apply, isTakenBack), apply, replacedBy: next };
}

/**
 * The apply that took the revision back, or could not: the one that wrote it, or a restart that found it on the disk. Null
 * when it was not taken back by Riposte itself.
 */
export function undoingApply(database: Database, revision: Revision): ApplyRecord | null {
  const own = revision.applyId === null ? null : loadApply(database, revision.applyId);
  if (isUndoing(own)) return own;
  // What has run once is never taken back by a restart: that would come back to itself.
  if (own && (own.state === 'running' || own.outcome?.result === 'running')) return null;
  return undoingRestart(database, revision);
}

const isUndoing = (apply: ApplyRecord | null): boolean =>
  apply?.outcome?.result === 'reverted' || apply?.outcome?.result === 'revert-failed';

function undoingRestart(database: Database, { sha256, at }: Revision): ApplyRecord | null {
  const row = database
    .prepare(
      `SELECT id FROM applies WHERE kind = 'restart' AND started_at >= ? AND new_sha256 = ? AND base_sha256 <> new_sha256
         AND json_extract(outcome, '$.result') IN ('reverted', 'revert-failed')
       ORDER BY id LIMIT 1`,
    )
    .get(at, sha256);
  return row ? loadApply(database, Number(row.id)) : null;
}

/** A version that Riposte took back by itself has replaced nothing. */
function nextThatStayed(database: Database, { id, sha256 }: Revision): Revision | null {
  for (let after = id; ; ) {
    const [next] = revisionsAfter(database, after, 1);
    if (!next) return null;
    if (next.sha256 !== sha256 && undoingApply(database, next)?.outcome?.result !== 'reverted') return next;
    after = next.id;
  }
}

function fateOfUndone({ outcome }: ApplyRecord): RevisionFate {
  if (outcome?.result === 'revert-failed') return 'revert-failed';
  if (outcome?.why === 'by-hand') return 'reverted-by-hand';
  return outcome?.why === 'not-kept' ? 'not-kept' : 'reverted';
}

function fateOf({ source }: Revision, apply: ApplyRecord | null, isTakenBack: boolean): RevisionFate {
  if (source !== 'riposte') return source;
  if (apply?.state === 'running') return 'under-way';
  switch (apply?.outcome?.result) {
    case 'running':
    case undefined:
      return isTakenBack ? 'reverted-by-hand' : 'kept';
    case 'saved':
    case 'failed':
    case 'interrupted':
      return isTakenBack ? 'reverted-by-hand' : apply.outcome.result;
    case 'superseded':
      return 'superseded';
    case 'reverted':
    case 'revert-failed':
      return fateOfUndone(apply);
    case 'not-written':
      return 'reverted';
  }
}
