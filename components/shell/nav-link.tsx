'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

type Props = { href: string; icon: ReactNode; count?: number; draft?: boolean; children: ReactNode };

/** One place to go. In the rail the words stay for screen readers and as a tooltip on the picture. */
export function NavLink({ href, icon, count, draft, children }: Props) {
  const path = usePathname();
  const current = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      title={typeof children === 'string' ? children : undefined}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'relative flex h-8 items-center gap-2.5 rounded-control px-2.5 font-medium no-underline pointer-coarse:h-10',
        'railed:w-9 railed:justify-center railed:px-0',
        current ? 'bg-nav-current text-fg' : 'text-fg-2 hover:bg-surface-3 hover:text-fg',
        draft && '[&>.lucide]:text-violet-fg',
      )}
    >
      {icon}
      <span className="railed:sr-only">{children}</span>
      {count !== undefined && (draft ? <DraftCount count={count} /> : <PlainCount count={count} />)}
    </Link>
  );
}

const PlainCount = ({ count }: { count: number }) => (
  <span className="ml-auto text-12 text-fg-3 tabular-nums railed:sr-only">{count}</span>
);

const DraftCount = ({ count }: { count: number }) => (
  <span className="ml-auto h-[18px] min-w-[18px] rounded-full bg-violet-btn px-[5px] text-center text-11 font-semibold leading-[18px] text-on-violet tabular-nums railed:absolute railed:-top-[3px] railed:-right-[3px]">
    {count}
  </span>
);
