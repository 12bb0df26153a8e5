'use client';

import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

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

/** Keeps what is typed in this tab across reloads: `restored` says that something was brought back, `forget` drops it. */
export function useStoredValues<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  key: string,
  defaults: Values,
) {
  const forgotten = useRef(false);
  const first = useRef(defaults);
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const stored = pickStored(read(key), first.current);
    const before = { ...first.current, ...stored };
    if (JSON.stringify(before) !== JSON.stringify(first.current)) {
      form.reset(before, { keepDefaultValues: true });
      setRestored(true);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      if (forgotten.current) return;
      try {
        sessionStorage.setItem(key, JSON.stringify(form.getValues()));
      } catch {
        // A full or forbidden storage only costs the comfort.
      }
    };
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(write, 150);
      },
    });
    // A reload right after the last key.
    const leave = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      write();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      stop();
      leave();
      window.removeEventListener('pagehide', leave);
    };
  }, [form, key]);
  const forget = () => {
    forgotten.current = true;
    sessionStorage.removeItem(key);
  };
  const startOver = () => {
    sessionStorage.removeItem(key);
    form.reset(first.current);
    setRestored(false);
  };
  return { restored, forget, startOver };
}
