/*
 * How long the history is kept. Owns what may go: steps and log lines of old applies, the bytes of old versions that somebody
 * else wrote. Never the bytes of a version that was applied, nor of anything that is still needed: then they are kept forever.
 */

import { loadLastRevision } from '../../history/revisions.ts';
import { type Database, inTransaction } from '../../state/database.ts';
import { contentsSetAside } from '../restore/set-aside.ts';

const DAY_MS = 86_400_000;
/** Whatever their age: what a restart usually takes is told from them. */
const LATEST_APPLIES = 20;

/** RIPOSTE_HISTORY_DAYS: a whole number of days, at least 1. Null when it is not set: then everything is kept. */
export function historyDays(env: NodeJS.ProcessEnv = process.env): number | null {
  const text = env.RIPOSTE_HISTORY_DAYS?.trim() ?? '';
  if (text === '') return null;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`RIPOSTE_HISTORY_DAYS must be a whole number of days, at least 1; it is “${text}”.`);
}

export type Pruned = { contents: number; steps: number; logLines: number };

type Limits = {
  days: number;
  /** The file on the disk now; null when it can't be read: then nothing is removed. */
  onDiskSha256: string | null;
  now?: number;
};

/** Removes what is older than `days` and not needed. */
export function pruneHistory(database: Database, { days, onDiskSha256, now = Date.now() }: Limits): Pruned {
  if (onDiskSha256 === null) return { contents: 0, steps: 0, logLines: 0 };
  const before = now - days * DAY_MS;
  return inTransaction(database, () => ({
    ...pruneApplies(database, before),
    contents: pruneContents(database, before, [onDiskSha256, ...neededContents(database, before)]),
  }));
}

/** The record of an apply stays; an apply that goes on, or a revert that failed and is not put right, stays whole. */
const OLD_APPLIES = `SELECT id FROM applies WHERE state = 'finished' AND finished_at < :before
  AND NOT (coalesce(json_extract(outcome, '$.result'), '') = 'revert-failed' AND alarm_settled_at IS NULL)
  AND id NOT IN (SELECT id FROM applies ORDER BY id DESC LIMIT ${LATEST_APPLIES})`;

function pruneApplies(database: Database, before: number): Pick<Pruned, 'steps' | 'logLines'> {
  const remove = (table: 'apply_steps' | 'apply_log') =>
    Number(database.prepare(`DELETE FROM ${table} WHERE apply_id IN (${OLD_APPLIES})`).run({ before }).changes);
  return { logLines: remove('apply_log'), steps: remove('apply_steps') };
}

/** Everything that was applied, everything young, and everything that something points at. */
function neededContents(database: Database, before: number): string[] {
  const kept = `(source <> 'outside' OR at >= :before OR id = :last)`;
  const last = loadLastRevision(database)?.id ?? 0;
  const rows = database
    .prepare(
      `SELECT sha256 FROM revisions WHERE ${kept}
       UNION SELECT parent_sha256 FROM revisions WHERE ${kept} AND parent_sha256 IS NOT NULL
       UNION SELECT base_sha256 FROM applies
       UNION SELECT new_sha256 FROM applies WHERE state = 'running' OR started_at >= :before
         OR coalesce(json_extract(outcome, '$.result'), '') <> 'not-written'
       UNION SELECT sha256 FROM manager_starts
       UNION SELECT base_sha256 FROM approvals
       UNION SELECT new_sha256 FROM approvals
       UNION SELECT base_sha256 FROM drafts
       UNION SELECT restore_sha256 FROM drafts WHERE restore_sha256 IS NOT NULL
       UNION SELECT base_sha256 FROM draft_changes WHERE base_sha256 IS NOT NULL`,
    )
    .all({ before, last });
  return [...rows.map(({ sha256 }) => String(sha256)), ...contentsSetAside(database)];
}

const pruneContents = (database: Database, before: number, needed: readonly string[]): number =>
  Number(
    database
      .prepare(
        'DELETE FROM contents WHERE first_seen < :before AND sha256 NOT IN (SELECT value FROM json_each(:needed))',
      )
      .run({ before, needed: JSON.stringify(needed) }).changes,
  );
