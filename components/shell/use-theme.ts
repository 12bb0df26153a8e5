'use client';

import { useSyncExternalStore } from 'react';
import { readTheme, type Theme, themeCookie } from './theme';

const changed = new Set<() => void>();

function subscribe(listener: () => void) {
  changed.add(listener);
  return () => changed.delete(listener);
}

function setTheme(theme: Theme) {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const age = theme === 'system' ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${age}; SameSite=Strict`;
  for (const listener of changed) listener();
}

/** The theme in force, and the way to change it: at once here, and in a cookie for the server. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    subscribe,
    () => readTheme(document.documentElement.dataset.theme),
    () => 'system' as const,
  );
  return [theme, setTheme];
}
