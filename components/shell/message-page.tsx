import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark';

type Props = { title: string; actions: ReactNode; children: ReactNode };

/** A page that only says what happened: not found, or broken. */
export function MessagePage({ title, actions, children }: Props) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center p-6">
      <div className="flex w-full max-w-[420px] flex-col items-start gap-3">
        <BrandMark className="size-10" />
        <h1 className="mt-2 text-20 font-semibold tracking-h1">{title}</h1>
        <div className="flex flex-col gap-2 text-fg-2">{children}</div>
        <div className="mt-2 flex flex-wrap gap-2">{actions}</div>
      </div>
    </main>
  );
}
