import type { ReactNode } from 'react';
import { cx } from './cx';

type Props = {
  icon: ReactNode;
  title: ReactNode;
  /** One button or link. An error always has Try again. */
  action?: ReactNode;
  tone?: 'plain' | 'error';
  compact?: boolean;
  className?: string;
  children?: ReactNode;
};

/** Icon, one line, one action. Also for a panel that could not be loaded. */
export function EmptyState({ icon, title, action, tone, compact, className, children }: Props) {
  return (
    <div
      className={cx('flex flex-col items-center gap-1.5 text-center', compact ? 'px-3.5 py-5' : 'px-6 py-9', className)}
    >
      <span
        className={cx(
          'mb-1.5 grid size-10 place-items-center rounded-main border border-line bg-surface-2 [&>.lucide]:icon-20',
          tone === 'error' ? 'text-red-fg' : 'text-fg-3',
        )}
      >
        {icon}
      </span>
      <p className="font-semibold">{title}</p>
      {children && <div className={cx('mb-2 max-w-[42ch] text-fg-2', compact && 'text-12')}>{children}</div>}
      {action}
    </div>
  );
}
