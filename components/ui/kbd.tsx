import type { ReactNode } from 'react';
import { cx } from './cx';

/** One key. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cx(
        'inline-grid h-[18px] min-w-[18px] place-items-center rounded-tag border border-line bg-surface-2 px-1 font-sans text-11 font-medium leading-4 text-fg-3 shadow-[0_1px_0_var(--line)]',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
