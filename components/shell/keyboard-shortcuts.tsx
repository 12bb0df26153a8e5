'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { KeyList } from './key-list';
import { goTo, isKeyTaken, open } from './shortcut-keys';

const openEvent = 'riposte:keys';
const secondKeyMs = 1200;

/** Shows the list of keys, from anywhere. */
export function openKeys() {
  window.dispatchEvent(new Event(openEvent));
}

function focusSearch(): boolean {
  const box = [...document.querySelectorAll<HTMLElement>('[data-search]')].find(
    (one) => one.checkVisibility?.() ?? true,
  );
  box?.focus();
  if (box instanceof HTMLInputElement) box.select();
  return Boolean(box);
}

/** Listens for the keys of every page. Off while typing, in menus and in dialogs. */
export function KeyboardShortcuts() {
  const router = useRouter();
  const [shown, setShown] = useState(false);

  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY;
    function press(event: KeyboardEvent) {
      if (isKeyTaken(event)) return;
      const key = event.key.toLowerCase();
      const waiting = event.timeStamp - goPressedAt < secondKeyMs;
      goPressedAt = key === 'g' && !waiting ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const href = (waiting ? goTo : open)[key]?.href;
      if (href) {
        event.preventDefault();
        router.push(href);
      } else if (key === '?') {
        event.preventDefault();
        setShown(true);
      } else if (key === '/' && focusSearch()) event.preventDefault();
    }
    const show = () => setShown(true);
    window.addEventListener('keydown', press);
    window.addEventListener(openEvent, show);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener(openEvent, show);
    };
  }, [router]);

  return (
    <Dialog open={shown} onClose={() => setShown(false)} title="Keyboard shortcuts">
      <KeyList />
    </Dialog>
  );
}
