/*
 * Findings that an admin has looked at and set aside, each with a reason that is kept. A mute is tied to what the block says:
 * when the block changes, the finding speaks up again. Owns the table mutes.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../ossec/findings/finding.ts';
import type { Database } from '../state/database.ts';

export type Mute = { key: string; title: string; reason: string; person: string; mutedAt: number };

/** Equal for the same check on a block that says the same, wherever it stands. */
export const findingKey = ({ id, subject, about, title }: Finding): string =>
  createHash('sha256')
    .update(JSON.stringify([id, subject.kind, wordsOf(about), title]))
    .digest('hex')
    .slice(0, 32);

/** What the block says, whatever the order in which it is told. */
const wordsOf = (about: string | undefined): unknown =>
  about === undefined ? null : Object.entries(JSON.parse(about)).sort(([a], [b]) => (a < b ? -1 : 1));

export function loadMutes(database: Database): Map<string, Mute> {
  const rows = database.prepare('SELECT key, title, reason, person, muted_at FROM mutes ORDER BY muted_at DESC').all();
  return new Map(
    rows.map((row) => {
      const key = String(row.key);
      const mute = { key, title: String(row.title), reason: String(row.reason), person: String(row.person) };
      return [key, { ...mute, mutedAt: Number(row.muted_at) }];
    }),
  );
}

/** Sets a finding aside. What stops the manager can't be: a blocker stays. */
export function muteFinding(database: Database, finding: Finding, reason: string, person: string): boolean {
  if (finding.severity === 'blocker') return false;
  database
    .prepare(
      `INSERT INTO mutes (key, finding_id, title, reason, person, muted_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET reason = excluded.reason, person = excluded.person, muted_at = excluded.muted_at`,
    )
    .run(findingKey(finding), finding.id, finding.title, reason, person, Date.now());
  return true;
}

export function unmuteFinding(database: Database, key: string): void {
  database.prepare('DELETE FROM mutes WHERE key = ?').run(key);
}

export type MutedFinding = { finding: Finding; mute: Mute };

/** The findings to show, and those set aside. */
export function splitMuted(
  findings: readonly Finding[],
  mutes: ReadonlyMap<string, Mute>,
): { open: Finding[]; muted: MutedFinding[] } {
  const open: Finding[] = [];
  const muted: MutedFinding[] = [];
  for (const finding of findings) {
    const mute = finding.severity === 'blocker' ? undefined : mutes.get(findingKey(finding));
    if (mute) muted.push({ finding, mute });
    else open.push(finding);
  }
  return { open, muted };
}
