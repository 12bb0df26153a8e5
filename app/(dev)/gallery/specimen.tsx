import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="pt-5">
      <h3 className="mb-2.5 text-12 font-semibold text-fg-3">{title}</h3>
      <div className="grid grid-cols-1 gap-2.5">{children}</div>
    </div>
  );
}

export function Row({ tight, children }: { tight?: boolean; children: ReactNode }) {
  return (
    <div className={cx('flex min-w-0 flex-wrap items-center', tight ? 'gap-2' : 'gap-x-3.5 gap-y-2.5')}>{children}</div>
  );
}
