'use client';

import { type RefObject, useEffect, useRef } from 'react';

type Options = {
  /** The buttons that can go away when they are pressed. */
  selector: string;
  /** Where the focus goes when none of them is left. */
  fallback: (root: HTMLElement) => HTMLElement | null | undefined;
};

/** When the button that has the focus goes away, its neighbour takes it: else the focus would be at the top of the page. */
export function useCatchFocus<Root extends HTMLElement>(options: Options): RefObject<Root | null> {
  const ref = useRef<Root>(null);
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const root = ref.current;
    if (!root) return;
    let held: Element | null = null;
    let at = -1;
    const stops = () => [...root.querySelectorAll<HTMLElement>(latest.current.selector)];
    const hold = ({ target }: FocusEvent) => {
      at = stops().indexOf(target as HTMLElement);
      held = at === -1 ? null : (target as Element);
    };
    const move = () => {
      if (!held || held.isConnected) return;
      held = null;
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const left = stops();
      (left[at] ?? left.at(-1) ?? latest.current.fallback(root))?.focus();
    };
    // A press with the mouse that focuses something else, or nothing, lets go of it.
    const release = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Element) held = null;
    };
    const observer = new MutationObserver(move);
    observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', hold);
    root.addEventListener('focusout', release);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', hold);
      root.removeEventListener('focusout', release);
    };
  }, []);
  return ref;
}
