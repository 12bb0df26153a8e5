import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { ExecutionOutcome } from '@/lib/activity/execution';
import { OUTCOME_WORDS } from '@/lib/activity/outcome-words';

const LOOKS: Record<ExecutionOutcome, { text: string; shape: string }> = {
  failed: { text: 'text-red-fg', shape: 'cross-shape bg-current' },
  unseen: { text: 'text-amber-fg', shape: 'rounded-full border-2 border-dashed border-current' },
  permanent: { text: 'text-amber-fg', shape: 'rounded-[2px] bg-current' },
  overdue: { text: 'text-amber-fg', shape: 'rounded-full border-2 border-dotted border-current' },
  running: { text: 'text-fg', shape: 'rounded-full bg-green-solid' },
  undone: { text: 'text-fg-2', shape: 'rounded-full border-2 border-current' },
  done: { text: 'text-fg-2', shape: 'rounded-full bg-control' },
};

/** Shape and word, never colour alone. */
export function OutcomeMark({ outcome, children }: { outcome: ExecutionOutcome; children?: ReactNode }) {
  const { text, shape } = LOOKS[outcome];
  return (
    <span className={cx('inline-flex items-center gap-[7px] whitespace-nowrap font-medium', text)}>
      <span aria-hidden="true" className={cx('size-[9px] shrink-0', shape)} />
      {children ?? OUTCOME_WORDS[outcome].one}
    </span>
  );
}
