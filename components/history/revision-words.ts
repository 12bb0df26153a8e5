/* An apply in a list of applies: its name and how it ended, in a word. Pure. */
import type { ApplyRecord } from '@/lib/view/apply';

export type HistoryItem = Omit<ApplyRecord, 'changes'> & {
  who: string;
  when: string;
  /** A later apply put the file from before back. */
  reverted: boolean;
  /** It is what the manager runs now. */
  current: boolean;
};

/** How it ended, told afterwards. */
export function pastOutcome({ kind, state, outcome }: Pick<HistoryItem, 'kind' | 'state' | 'outcome'>): string {
  if (state === 'running') return 'Still under way';
  switch (outcome?.result) {
    case 'running':
      return kind === 'restart' ? 'The manager came up' : 'The manager came up with this file';
    case 'saved':
      return 'Written; the manager was not restarted';
    case 'not-written':
      return 'Nothing was written';
    case 'failed':
      return outcome.message;
    default:
      return 'Riposte stopped in the middle';
  }
}

export function historyTitle({ kind, sentences }: Pick<HistoryItem, 'kind' | 'sentences'>): string {
  if (kind === 'restart') return 'Manager restarted';
  const [first, ...others] = sentences;
  if (!first) return kind === 'revert' ? 'Previous file put back' : 'File written';
  return others.length > 0 ? `${first.title}, and ${others.length} more` : first.title;
}

type Badge = { words: string; tone: 'green' | 'amber' | 'red' | 'grey' };

export function outcomeBadge({
  state,
  outcome,
  reverted,
  current,
}: Pick<HistoryItem, 'state' | 'outcome' | 'reverted' | 'current'>): Badge | null {
  if (state === 'running') return { words: 'Under way', tone: 'amber' };
  switch (outcome?.result) {
    case 'running':
      if (reverted) return { words: 'Put back', tone: 'grey' };
      return current ? { words: 'Running', tone: 'green' } : null;
    case 'saved':
      return { words: reverted ? 'Put back' : 'Not restarted', tone: reverted ? 'grey' : 'amber' };
    case 'not-written':
      return { words: 'Not written', tone: 'grey' };
    case 'failed':
      return { words: 'Failed', tone: 'red' };
    default:
      return { words: 'Interrupted', tone: 'red' };
  }
}
