import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

type Props = {
  /** As a rule a PageHeader. */
  head?: ReactNode;
  /** A bar under the body that stays: back, next. */
  foot?: ReactNode;
  /** The children bring their own columns: no sides, no scrolling here. */
  bare?: boolean;
  className?: string;
  children: ReactNode;
};

/** A page in the main panel: head of 60 px, scrolling body with 32 px sides, a foot if needed. */
export function PageScaffold({ head, foot, bare, className, children }: Props) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {head}
      <div
        className={cx(
          'flex min-h-0 flex-1 flex-col',
          !bare && 'scroll-thin px-4 pb-6 desk:overflow-auto desk:px-8 desk:pt-1 desk:pb-8',
          className,
        )}
      >
        {children}
      </div>
      {foot && (
        <footer className="sticky bottom-0 z-10 flex min-h-14 shrink-0 items-center gap-3 border-line border-t bg-surface px-4 py-2 desk:static desk:px-5">
          {foot}
        </footer>
      )}
    </div>
  );
}
