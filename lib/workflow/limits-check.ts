/*
 * Where limits bite: when a draft is stored, when an older version comes into it, and when an apply, a revert or a restart
 * starts. Reads the person's limits as they are at that moment.
 */
import { limitsOf } from '../auth/users.ts';
import { type Config, parseConfig } from '../ossec/index.ts';
import { type LimitRefusal, refuseByLimits } from './limits.ts';
import { loadParsed, onDiskOf, type Workspace } from './workspace.ts';

/** Why the person may not have this in the draft; null when they may. `after` is what the draft would write. */
export function refuseLimitedDraft(workspace: Workspace, after: Config): LimitRefusal | null {
  const before = onDiskOf(workspace);
  const limits = limitsOf(workspace.database, workspace.person);
  return before && refuseByLimits(limits, { before, after, whole: Boolean(workspace.restored) });
}

/** The same for a whole older version. */
export function refuseLimitedVersion(workspace: Workspace, after: Config): LimitRefusal | null {
  const before = onDiskOf(workspace);
  const limits = limitsOf(workspace.database, workspace.person);
  return before && refuseByLimits(limits, { before, after, whole: true });
}

type Started = { kind: 'apply' | 'revert' | 'restart'; baseSha256: string; newSha256: string };

/** Why the person may not bring the manager from the one version to the other; null when they may. */
export function refuseLimitedStart(
  workspace: Workspace,
  { kind, baseSha256, newSha256 }: Started,
  bytes: Uint8Array,
): LimitRefusal | null {
  const { database, person, restored } = workspace;
  const limits = limitsOf(database, person);
  if (!limits.noAll && limits.commands === null) return null;
  if (kind === 'revert' && isOwn(workspace, { baseSha256: newSha256, newSha256: baseSha256 })) return null;
  const before = loadParsed(database, baseSha256) ?? onDiskOf(workspace);
  const whole = kind !== 'apply' || Boolean(restored);
  return before && refuseByLimits(limits, { before, after: parseConfig(bytes), whole });
}

/** Was this apply the person's own? Then they may take it back. */
function isOwn({ database, person }: Workspace, { baseSha256, newSha256 }: Omit<Started, 'kind'>): boolean {
  const row = database
    .prepare(
      `SELECT person FROM applies WHERE kind = 'apply' AND base_sha256 = ? AND new_sha256 = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(baseSha256, newSha256);
  return row?.person === person;
}
