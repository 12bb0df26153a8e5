import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { StatusDot } from '@/components/ui/status-dot';
import { Avatar } from './avatar';
import { BrandMark } from './brand-mark';
import { KeyboardShortcuts } from './keyboard-shortcuts';
import { ManagerCard, OpenManagerCard, type ShellManager } from './manager-card';
import { MobileMenu } from './mobile-menu';
import { NavLinks, type ShellCounts } from './nav-links';
import { NavSearch } from './nav-search';
import { PersonMenu } from './person-menu';
import { SandboxBanner } from './sandbox-banner';
import { ThemeSwitch } from './theme-switch';

export type AppShellProps = {
  manager: ShellManager;
  counts: ShellCounts;
  person: { name: string; role: string };
  sandbox: boolean;
  /** Focus screens: the nav shrinks to pictures and the page gets the width. */
  rail?: boolean;
  /** Where a search from the nav goes (GET, `q`). Without it the nav has no search. */
  searchAction?: string;
  signOut?: () => Promise<void>;
  pendingBar?: ReactNode;
  /** What nobody may miss, above the page: an alarm, a countdown. */
  bars?: ReactNode;
  children: ReactNode;
};

/** The frame of every page: nav, or rail, or top bar; then one white panel. */
export function AppShell(props: AppShellProps) {
  const { manager, counts, person, sandbox, rail, searchAction, signOut, pendingBar, bars, children } = props;
  const who = (
    <Link href="/account" title="Your account" className="min-w-0 flex-1 text-fg no-underline railed:hidden">
      <b className="block truncate font-strong leading-4">{person.name}</b>
      <small className="block text-11 text-fg-3">{person.role}</small>
    </Link>
  );
  return (
    <div
      data-rail={rail ? '' : undefined}
      className="flex min-h-dvh flex-col [--main-left:232px] railed:[--main-left:56px] desk:grid desk:h-dvh desk:grid-cols-[var(--main-left)_minmax(0,1fr)]"
    >
      <a
        href="#main"
        className="fixed -top-16 left-3 z-50 rounded-control bg-ink px-3.5 py-2 font-strong text-on-ink focus:top-3"
      >
        Skip to content
      </a>
      <nav
        aria-label="Main"
        className="hidden min-h-0 flex-col gap-3.5 p-3 pt-3.5 desk:flex railed:items-center railed:px-2.5"
      >
        <Link
          href="/"
          aria-label="Riposte"
          className="flex items-center gap-[9px] px-1.5 py-0.5 text-[15px] font-semibold tracking-h1 text-fg no-underline"
        >
          <BrandMark />
          <span className="railed:hidden">Riposte</span>
        </Link>
        <ManagerCard manager={manager} />
        {searchAction && <NavSearch action={searchAction} />}
        <NavLinks counts={counts} />
        <div className="mt-auto flex items-center gap-[9px] py-1 pr-0.5 pl-1.5 railed:flex-col railed:p-0">
          <Avatar name={person.name} />
          {who}
          <PersonMenu signOut={signOut} />
        </div>
      </nav>
      <header className="sticky top-0 z-20 border-line border-b bg-canvas desk:hidden">
        <div className="flex h-[52px] items-center gap-2.5 pr-2 pl-4">
          <Link href="/" aria-label="Riposte" className="p-1">
            <BrandMark />
          </Link>
          <span className="ml-auto inline-flex min-w-0 items-center gap-2 px-1 text-12 text-fg-2">
            <StatusDot state={manager.state} />
            <span className="truncate">{manager.name}</span>
            <span className="sr-only">{manager.line}</span>
          </span>
          <MobileMenu>
            <OpenManagerCard manager={manager} />
            {searchAction && <NavSearch action={searchAction} />}
            <nav aria-label="Main" className="flex flex-col gap-3.5">
              <NavLinks counts={counts} />
            </nav>
            <div className="mt-auto flex flex-col gap-3 border-line border-t pt-3">
              <ThemeSwitch />
              <div className="flex items-center gap-[9px]">
                <Avatar name={person.name} />
                {who}
                {signOut && (
                  <form action={signOut}>
                    <button type="submit" className="min-h-10 px-2 font-medium text-fg-2">
                      Sign out
                    </button>
                  </form>
                )}
              </div>
            </div>
          </MobileMenu>
        </div>
        {sandbox && <SandboxBanner />}
      </header>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {sandbox && (
          <aside aria-label="Sandbox" className="hidden desk:block">
            <SandboxBanner />
          </aside>
        )}
        {bars && (
          <div
            className={cx(
              'z-19 flex flex-col bg-canvas max-desk:sticky desk:mr-2 desk:gap-2 desk:not-empty:mt-2',
              sandbox ? 'max-desk:top-[81px]' : 'max-desk:top-[53px]',
            )}
          >
            {bars}
          </div>
        )}
        <main
          id="main"
          tabIndex={-1}
          className="relative flex min-h-0 min-w-0 flex-1 flex-col bg-surface desk:my-2 desk:mr-2 desk:overflow-clip desk:rounded-main desk:border desk:border-line desk:shadow-1"
        >
          {children}
          {pendingBar}
        </main>
      </div>
      <KeyboardShortcuts />
    </div>
  );
}
