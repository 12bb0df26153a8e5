'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** Takes from what was stored only values of the same kind as the form has: an older version may have written it. */
export function pickStored<Values extends object>(stored: unknown, defaults: Values): Partial<Values> {
  if (typeof stored !== 'object' || stored === null) return {};
  const kind = (value: unknown) => (value === null ? null : Array.isArray(value) ? 'array' : typeof value);
  const entries = Object.entries(defaults).filter(([key, was]) => {
    const value = (stored as Record<string, unknown>)[key];
    if (value === undefined) return false;
    return kind(value) === kind(was) || kind(was) === null || kind(value) === null;
  });
  return Object.fromEntries(entries.map(([key]) => [key, (stored as Record<string, unknown>)[key]])) as Partial<Values>;
}

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

type Form<Values> = { values: Values; reset: (values: Values) => void };

/** Keeps what is typed in this tab across reloads: `restored` says that something was brought back, `forget` drops it. */
export function useStoredValues<Values extends object>({ values, reset }: Form<Values>, key: string, initial: Values) {
  const [first] = useState(initial);
  const [restored, setRestored] = useState(false);
  const isForgotten = useRef(false);
  /** What is typed and not stored yet. */
  const pending = useRef<Values | null>(null);

  useEffect(() => {
    const before = { ...first, ...pickStored(read(key), first) };
    if (JSON.stringify(before) !== JSON.stringify(first)) {
      reset(before);
      setRestored(true);
    }
  }, [first, key, reset]);

  const write = useCallback(() => {
    if (pending.current === null || isForgotten.current) return;
    try {
      sessionStorage.setItem(key, JSON.stringify(pending.current));
    } catch {
      // A full or forbidden storage only costs the comfort.
    }
    pending.current = null;
  }, [key]);

  useEffect(() => {
    pending.current = values === first ? null : values;
    const timer = setTimeout(write, 150);
    return () => clearTimeout(timer);
  }, [values, first, write]);

  // A reload or a way out right after the last key.
  useEffect(() => {
    window.addEventListener('pagehide', write);
    return () => {
      write();
      window.removeEventListener('pagehide', write);
    };
  }, [write]);

  const forget = () => {
    isForgotten.current = true;
    sessionStorage.removeItem(key);
  };
  const startOver = () => {
    sessionStorage.removeItem(key);
    pending.current = null;
    reset(first);
    setRestored(false);
  };
  return { restored, forget, startOver };
}
