import type { Review } from './load-review';

/** Why nothing can be applied now; null when it can. */
export function offReason({ stale, verdict, checks, conflicts }: Review): string | null {
  if (conflicts.length > 0) return 'Settle the conflicts first.';
  if (stale) return 'Go on with the new file first.';
  if (!verdict.accepted) return 'Settle the blockers first.';
  return checks.find(({ state, onRestart }) => state === 'stop' && !onRestart)?.message ?? null;
}

/** Why the manager can't be restarted now; null when it can. */
export const restartOffReason = ({ checks }: Review): string | null =>
  checks.find(({ state, onRestart }) => state === 'stop' && onRestart)?.message ?? null;

/** The bar on a phone, where the rail is far below. */
export function shortVerdict({ conflicts, stale, verdict }: Review, newWarnings: number): string {
  if (conflicts.length > 0)
    return conflicts.length === 1 ? '1 conflict to settle' : `${conflicts.length} conflicts to settle`;
  if (stale) return 'The file has changed';
  if (newWarnings > 0) return newWarnings === 1 ? '1 new warning' : `${newWarnings} new warnings`;
  return verdict.accepted ? 'Safe for the manager' : 'Apply is off';
}
