'use client';

import { type RefObject, useEffect, useRef } from 'react';

const FIELD =
  ':is(input:not([type=checkbox], [type=radio], [type=hidden]), textarea, select):not(:disabled, [readonly])';

/**
 * Opens a native dialog while `open` is true. The browser traps the focus; here it goes to the element marked
 * `data-autofocus`, or to the first field inside `data-fields`, if any, and returns to where it was.
 */
export function useModal(open: boolean): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    const before = document.activeElement;
    if (!dialog.open) dialog.showModal();
    const marked = dialog.querySelector<HTMLElement>('[data-autofocus]');
    (marked ?? dialog.querySelector<HTMLElement>(`[data-fields] ${FIELD}`))?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  return ref;
}
