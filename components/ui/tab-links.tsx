import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './cx';

export const tabRow = 'flex shrink-0 gap-5 overflow-x-auto border-line border-b [scrollbar-width:none]';
export const tabItem =
  '-mb-px inline-flex h-9 shrink-0 items-center gap-[7px] border-b-2 no-underline -outline-offset-2 pointer-coarse:h-10';
export const tabChosen = 'border-ink font-strong text-fg';
export const tabRest = 'border-transparent font-medium text-fg-2 hover:text-fg';

export function TabCount({ children }: { children: ReactNode }) {
  return <span className="text-12 text-fg-3 tabular-nums">{children}</span>;
}

export type TabLink = { href: string; label: ReactNode; count?: number; current?: boolean };

/** Tabs that are addresses: a nav of links, so Back works and each can be shared. */
export function TabLinks({ label, tabs, className }: { label: string; tabs: TabLink[]; className?: string }) {
  return (
    <nav aria-label={label} className={cx(tabRow, className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.current ? 'page' : undefined}
          className={cx(tabItem, tab.current ? tabChosen : tabRest)}
        >
          {tab.label}
          {tab.count !== undefined && <TabCount>{tab.count}</TabCount>}
        </Link>
      ))}
    </nav>
  );
}
