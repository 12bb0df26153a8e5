'use client';

import { useEffect, useState } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * J and K move through a list, other keys act on the row they stand on. `onKey` answers whether it did something. Off while
 * typing, in dialogs and with modifier keys.
 */
export function useListKeys(keys: readonly string[], onKey: (key: string, row: string) => boolean): string | null {
  const [selected, setSelected] = useState<string | null>(null);
  const present = selected !== null && keys.includes(selected) ? selected : null;
  useEffect(() => {
    function move(step: 1 | -1) {
      const at = present === null ? (step === 1 ? -1 : keys.length) : keys.indexOf(present);
      const next = keys[Math.min(keys.length - 1, Math.max(0, at + step))];
      if (next === undefined) return;
      setSelected(next);
      document.querySelector(`[data-row="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' });
    }
    function onDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('dialog[open], [role="menu"]')) return;
      if (event.key === 'j' || event.key === 'k') {
        event.preventDefault();
        move(event.key === 'j' ? 1 : -1);
      } else if (present !== null && onKey(event.key === 'Enter' ? 'Enter' : event.key.toLowerCase(), present)) {
        event.preventDefault();
      }
    }
    document.addEventListener('keydown', onDown);
    return () => document.removeEventListener('keydown', onDown);
  }, [keys, present, onKey]);
  return present;
}
