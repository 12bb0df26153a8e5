'use client';

import { X } from 'lucide-react';
import { createContext, type ReactNode, use, useEffect, useId, useState } from 'react';
import { Button, type ButtonProps } from './button';
import { ConfirmDialog } from './dialog';
import { IconButton } from './icon-button';
import { useModal } from './use-modal';

const CloseDrawer = createContext<() => void>(() => {});

/** For a Cancel button anywhere in a drawer: closes it, asking first when something was typed. */
export function DrawerCancel({ children = 'Cancel', ...rest }: Omit<ButtonProps, 'onClick'>) {
  return (
    <Button {...rest} onClick={use(CloseDrawer)}>
      {children}
    </Button>
  );
}

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  sub?: ReactNode;
  footer?: ReactNode;
  /** Something was typed and not saved: closing asks first. */
  dirty?: boolean;
  children: ReactNode;
};

/** Edits one thing over a list: 560 px at the right, the whole width on a phone. */
export function Drawer({ open, onClose, title, sub, footer, dirty = false, children }: Props) {
  const ref = useModal(open);
  const id = useId();
  const [asking, setAsking] = useState(false);
  const requestClose = () => (dirty ? setAsking(true) : onClose());

  useEffect(() => {
    if (!open || !dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [open, dirty]);

  if (!open) return null;
  return (
    <CloseDrawer value={requestClose}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way; the click is on the backdrop. */}
      <dialog
        ref={ref}
        aria-labelledby={id}
        onCancel={(event) => {
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          requestClose();
        }}
        onClick={(event) => event.target === event.currentTarget && requestClose()}
        className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-[560px] max-w-full animate-appear border-0 border-line bg-overlay p-0 text-fg shadow-3 backdrop:bg-scrim open:flex desk:inset-y-[9px] desk:right-[9px] desk:h-auto desk:rounded-r-main desk:border-l desk:backdrop:inset-2 desk:backdrop:left-(--main-left) desk:backdrop:rounded-main"
      >
        <div className="flex min-h-0 w-full flex-col">
          <header className="flex min-h-14 shrink-0 items-center gap-2 border-line border-b pr-3 pl-4 desk:pl-6">
            <h2 id={id} className="text-16 font-semibold tracking-h2">
              {title}
            </h2>
            {sub && <span className="min-w-0 truncate text-fg-3">{sub}</span>}
            <IconButton label="Close" className="ml-auto" onClick={requestClose}>
              <X />
            </IconButton>
          </header>
          <div
            data-fields=""
            className="scroll-thin flex min-h-0 flex-1 flex-col gap-5 overflow-auto px-4 py-5 desk:px-6"
          >
            {children}
          </div>
          {footer && (
            <footer className="flex shrink-0 items-center gap-2 border-line border-t px-4 py-3 desk:px-6">
              {footer}
            </footer>
          )}
        </div>
        <ConfirmDialog
          open={asking}
          title="Close without saving?"
          confirmLabel="Close without saving"
          cancelLabel="Keep editing"
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onClose();
          }}
        >
          What you typed here is not in your draft yet.
        </ConfirmDialog>
      </dialog>
    </CloseDrawer>
  );
}
