'use client';

import { CircleUser, Keyboard, LogOut, Settings } from 'lucide-react';
import Link from 'next/link';
import { useId } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { Kbd } from '@/components/ui/kbd';
import { openKeys } from './keyboard-shortcuts';
import { ThemeSwitch } from './theme-switch';

const row =
  'flex h-ctl-item w-full items-center gap-2.5 rounded-[5px] px-2 text-fg hover:bg-surface-3 [&>.lucide]:text-fg-3';

type Props = { signOut?: (() => Promise<void>) | undefined };

/**
 * Theme, keys, signing out. A native popover, not the menu component: this stands on every page, and it can always
 * open at the lower left corner.
 */
export function PersonMenu({ signOut }: Props) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label="Theme, keyboard shortcuts and signing out"
        title="Theme, keyboard shortcuts and signing out"
        className={buttonStyle({ variant: 'ghost', size: 's', iconOnly: true })}
      >
        <Settings />
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Theme, keyboard shortcuts and signing out"
        className="fixed top-auto right-auto bottom-12 left-3 m-0 w-60 animate-appear rounded-panel border border-line bg-overlay p-1 text-fg shadow-2"
      >
        <p className="px-2 pt-1.5 pb-1 text-11 font-strong text-fg-3" aria-hidden="true">
          Theme
        </p>
        <div className="px-2 pb-2">
          <ThemeSwitch name="nav-theme" />
        </div>
        <div className="border-line border-t pt-1">
          <Link href="/account" className={`${row} no-underline`}>
            <CircleUser />
            Your account
          </Link>
          <button type="button" popoverTarget={id} popoverTargetAction="hide" onClick={openKeys} className={row}>
            <Keyboard />
            Keyboard shortcuts
            <Kbd className="ml-auto">?</Kbd>
          </button>
          {signOut && (
            <form action={signOut}>
              <button type="submit" className={row}>
                <LogOut />
                Sign out
              </button>
            </form>
          )}
        </div>
      </div>
    </>
  );
}
