import { cx } from './cx';

export type DotState = 'ok' | 'warn' | 'bad' | 'off';

const looks: Record<DotState, string> = {
  ok: 'bg-green-solid ring-green-bg-2',
  warn: 'bg-amber-solid ring-amber-bg-2',
  bad: 'bg-red-solid ring-red-bg-2',
  off: 'bg-fg-3 ring-surface-3',
};

/** A dot beside words that say the same. */
export function StatusDot({ state, className }: { state: DotState; className?: string }) {
  return <span aria-hidden="true" className={cx('size-2 shrink-0 rounded-full ring-3', looks[state], className)} />;
}
