import type { ReactNode } from 'react';
import { BrandMark } from '@/components/shell/brand-mark';

type Props = { title: string; sub: ReactNode; children: ReactNode; foot?: ReactNode };

/** A page before the dashboard: who is not signed in sees nothing else. */
export function DoorPage({ title, sub, children, foot }: Props) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center bg-canvas px-6 py-10">
      <div className="w-full max-w-[360px]">
        <BrandMark className="size-10" />
        <h1 className="mt-5 text-[24px] font-semibold leading-8 tracking-h1">{title}</h1>
        <p className="mt-1 text-fg-2">{sub}</p>
        <div className="mt-7">{children}</div>
        {foot && <div className="mt-6 text-12 text-fg-2">{foot}</div>}
      </div>
    </main>
  );
}
