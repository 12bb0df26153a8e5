/* A revision in a word or two: how it fared. Pure. */
import type { BadgeTone } from '@/components/ui/badge';
import type { RevisionFate, RevisionItem } from '@/lib/view/revision';

type Badge = { words: string; tone: BadgeTone };

const FATES: Record<RevisionFate, Badge | null> = {
  first: null,
  outside: { words: 'Outside', tone: 'amber' },
  'under-way': { words: 'Under way', tone: 'amber' },
  kept: null,
  saved: { words: 'Not restarted', tone: 'amber' },
  reverted: { words: 'Reverted', tone: 'red' },
  'not-kept': { words: 'Not kept', tone: 'grey' },
  'reverted-by-hand': { words: 'Taken back', tone: 'grey' },
  'revert-failed': { words: 'Revert failed', tone: 'red' },
  superseded: { words: 'Overtaken', tone: 'amber' },
  failed: { words: 'Failed', tone: 'red' },
  interrupted: { words: 'Interrupted', tone: 'red' },
};

/** At most two: what it is now, and how it came there. None where there is nothing to say. */
export function revisionBadges({ fate, running, onDisk }: Pick<RevisionItem, 'fate' | 'running' | 'onDisk'>): Badge[] {
  const now: Badge[] = [];
  if (running) now.push({ words: 'Running', tone: 'green' });
  else if (onDisk && fate !== 'under-way') now.push({ words: 'On disk', tone: 'amber' });
  const badge = FATES[fate];
  const isToldByNow = (running || onDisk) && fate === 'saved';
  return badge && !isToldByNow ? [...now, badge] : now;
}

/** Is it somebody else's, so that a name would be a guess? */
export const isOutside = ({ fate, who }: Pick<RevisionItem, 'fate' | 'who'>): boolean =>
  fate === 'outside' || who === OUTSIDE;

export const OUTSIDE = 'Outside Riposte';

/** "Your 3 changes", "Your draft from revision 40", "Your draft from revision 40 and 1 change" */
export function draftWords({ count, revision }: { count: number; revision: number | null }): string {
  const changes = count === 1 ? '1 change' : `${count} changes`;
  if (revision === null) return `Your ${changes}`;
  return `Your draft from revision ${revision}${count > 0 ? ` and ${changes}` : ''}`;
}
