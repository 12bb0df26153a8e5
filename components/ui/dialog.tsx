'use client';

import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from './button';
import { cx } from './cx';
import { IconButton } from './icon-button';
import { useModal } from './use-modal';

type Props = {
  open: boolean;
  /** Escape, the backdrop and the cross ask for this. */
  onClose: () => void;
  title: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  /** No cross: one of the buttons has to be chosen (Escape still closes). */
  noCross?: boolean;
  role?: 'alertdialog';
  children: ReactNode;
};

/** A native modal dialog: title, body, footer. */
export function Dialog({ open, onClose, title, footer, wide, noCross, role, children }: Props) {
  const ref = useModal(open);
  const id = useId();
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way; the click is on the backdrop.
    <dialog
      ref={ref}
      role={role}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={cx(
        'm-auto max-h-[calc(100dvh-32px)] max-w-[calc(100vw-32px)] animate-appear rounded-dialog border border-line bg-overlay p-0 text-fg shadow-3 backdrop:bg-scrim open:flex',
        wide ? 'w-[720px]' : 'w-[440px]',
      )}
    >
      <div className="flex min-h-0 w-full flex-col">
        <header className="flex shrink-0 items-center gap-2 pt-4 pr-3 pl-5">
          <h2 id={id} className="flex-1 text-16 font-semibold tracking-h2">
            {title}
          </h2>
          {!noCross && (
            <IconButton label="Close" onClick={onClose}>
              <X />
            </IconButton>
          )}
        </header>
        <div className="scroll-thin min-h-0 overflow-auto px-5 pt-2 pb-5 text-fg-2">{children}</div>
        {footer && <footer className="flex shrink-0 justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>}
      </div>
    </dialog>
  );
}

type ConfirmProps = {
  open: boolean;
  title: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'primary' | 'danger';
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children?: ReactNode;
};

/** Asks before something is lost. Cancel has the focus, so Enter never destroys. */
export function ConfirmDialog(props: ConfirmProps) {
  const {
    open,
    title,
    confirmLabel,
    cancelLabel = 'Cancel',
    tone = 'danger',
    busy,
    onConfirm,
    onCancel,
    children,
  } = props;
  const footer = (
    <>
      <Button data-autofocus onClick={onCancel}>
        {cancelLabel}
      </Button>
      <Button variant={tone} busy={busy} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onCancel} title={title} footer={footer} noCross role="alertdialog">
      {children}
    </Dialog>
  );
}
