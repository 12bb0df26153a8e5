'use client';

import { Menu, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useModal } from '@/components/ui/use-modal';

/** The nav of a phone: a native dialog from the right that closes once one has gone somewhere. */
export function MobileMenu({ children }: { children: ReactNode }) {
  const path = usePathname();
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === path;
  const close = () => setOpenAt(undefined);
  const ref = useModal(open);
  return (
    <>
      <IconButton label="Open menu" aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpenAt(path)}>
        <Menu />
      </IconButton>
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way; the click is on the backdrop.
        <dialog
          ref={ref}
          aria-label="Menu"
          onCancel={close}
          onClick={(event) => {
            const link = event.target instanceof Element && event.target.closest('a');
            if (link || event.target === event.currentTarget) close();
          }}
          className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-72 max-w-[86vw] animate-appear border-line border-l bg-canvas p-0 text-fg shadow-3 backdrop:bg-scrim"
        >
          <div className="flex min-h-full flex-col gap-3.5 p-3">
            <IconButton label="Close menu" className="self-end" onClick={close}>
              <X />
            </IconButton>
            {children}
          </div>
        </dialog>
      )}
    </>
  );
}
