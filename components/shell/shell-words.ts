/* What the bars of every page say. */
import type { ShellApply } from '@/lib/view/shell-state';

const changesWords = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);

/** Who did what, while it waits to be kept. */
export function appliedWords({ who, kind, changes }: ShellApply): string {
  if (kind === 'revert') return `${who} put an older version back.`;
  if (kind === 'restart') return `${who} restarted the manager with a changed file.`;
  return changes === 0 ? `${who} changed the configuration.` : `${who} applied ${changesWords(changes)}.`;
}

/** What happens at zero. */
export function otherwiseWords({ kind, changes, comesBack }: ShellApply): string {
  const it = kind === 'apply' && changes > 1 ? 'them' : 'it';
  return `left to keep ${it}, else ${comesBack === null ? 'the previous file' : `revision ${comesBack}`} comes back.`;
}

/** What is under way, while nobody is asked. */
export function underWayWords({ who, kind, phase, changes, decision }: ShellApply): string {
  if (phase === 'undoing') return 'Riposte puts the previous configuration back.';
  if (phase === 'confirming') return decision === 'revert' ? 'Reverting.' : 'Kept. Riposte finishes the apply.';
  if (kind === 'restart') return `An apply is running: ${who} restarts the manager.`;
  if (kind === 'revert') return `An apply is running: ${who} puts an older version back.`;
  return `An apply is running: ${who} applies ${changesWords(changes)}.`;
}
