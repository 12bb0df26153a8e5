'use client';

import { useEffect, useRef } from 'react';
import { isKeyTaken } from '@/components/shell/shortcut-keys';

type Keys = Record<string, (rowKey: string) => void>;

/** J and K walk the rows; other keys act on the row that has the focus. Off while typing and in dialogs. */
export function useListKeys(keys: Keys) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (isKeyTaken(event) || event.shiftKey) return;
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') {
        const next = rows[at === -1 ? 0 : Math.min(Math.max(at + (key === 'j' ? 1 : -1), 0), rows.length - 1)];
        const target = next?.querySelector<HTMLElement>('[data-open]:not(:disabled), button:not(:disabled)');
        target?.focus();
        target?.scrollIntoView({ block: 'nearest' });
        event.preventDefault();
        return;
      }
      const act = latest.current[key];
      const rowKey = rows[at]?.dataset.row;
      if (!act || !rowKey) return;
      event.preventDefault();
      act(rowKey);
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
