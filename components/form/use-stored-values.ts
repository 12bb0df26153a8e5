'use client';

import { useEffect, useRef } from 'react';
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

/** Keeps what is typed in this tab across reloads. Gives back a function that forgets it. */
export function useStoredValues<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  key: string,
  defaults: Values,
) {
  const forgotten = useRef(false);
  const first = useRef(defaults);
  useEffect(() => {
    const stored = pickStored(read(key), first.current);
    if (Object.keys(stored).length > 0) form.reset({ ...first.current, ...stored }, { keepDefaultValues: true });
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
    const leave = () => {
      clearTimeout(timer);
      if (form.formState.isDirty) write();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      stop();
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, [form, key]);
  return () => {
    forgotten.current = true;
    sessionStorage.removeItem(key);
  };
}
