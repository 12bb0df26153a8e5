import { Check, CircleDashed, Clock, Minus, X } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import type { LinkState } from '@/lib/trace/trace';

const LOOKS: Record<LinkState, { icon: typeof Check; look: string }> = {
  ok: { icon: Check, look: 'border-green-line bg-green-bg text-green-fg' },
  bad: { icon: X, look: 'border-red-solid bg-red-bg text-red-fg' },
  unknown: { icon: CircleDashed, look: 'border-line-strong border-dashed bg-surface text-fg-2' },
  waiting: { icon: Clock, look: 'border-blue-line bg-blue-bg text-blue-fg' },
  unreached: { icon: Minus, look: 'border-line bg-surface-2 text-fg-3' },
};

/** A round sign; the word for it stands beside it. */
export function LinkSign({ state }: { state: LinkState }) {
  const { icon: Icon, look } = LOOKS[state];
  return (
    <span aria-hidden="true" className={cx('grid size-6 shrink-0 place-items-center rounded-full border', look)}>
      <Icon className="icon-14" />
    </span>
  );
}
