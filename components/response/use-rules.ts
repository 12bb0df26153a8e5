'use client';

import { useEffect, useState } from 'react';

export type FoundRule = {
  id: number;
  level: number;
  description: string;
  groups: string[];
  noAr: boolean;
  /** The file whose definition replaced another one. */
  overwrittenIn: string | null;
  covered: boolean;
  /** Of the days that are known; null while there is no history. */
  alerts: number | null;
};
export type RuleSearchAnswer = { rules: FoundRule[]; total: number; known: number; exact: boolean };
export type RuleFlag = { id: number; why: 'unknown' | 'level-0' | 'no-ar' };
export type RuleMatchesAnswer = {
  count: number;
  byLevelAndGroup: number;
  byIds: number;
  /** Ids that set nothing off. */
  flagged: RuleFlag[];
  /** Pieces of the group pattern that match more, or less, than their name says. */
  pieces: { piece: string; also: string[]; extra: number; missed: number }[];
  page: number;
  pages: number;
  rules: FoundRule[];
  /** Alerts of the past; null while there is no history. */
  past: PastAlerts | null;
};
export type PastAlerts = { days: number; levels: number[]; byLevelAndGroup: number; all: number };

type Loaded<T> = { answer: T | null; loading: boolean; failed: boolean };

/** Asks a route while the person types: late answers to old questions are dropped, the last answer stays until the next. */
export function useAnswer<T>(url: string | null, waitMs = 200): Loaded<T> {
  const [state, setState] = useState<{ url: string | null; answer: T | null; failed: boolean }>({
    url: null,
    answer: null,
    failed: false,
  });
  useEffect(() => {
    if (url === null) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const response = await fetch(url, { signal: abort.signal, headers: { accept: 'application/json' } });
        if (!response.ok) throw new Error(String(response.status));
        const answer = (await response.json()) as T;
        setState({ url, answer, failed: false });
      } catch {
        if (!abort.signal.aborted) setState((was) => ({ ...was, url, failed: true }));
      }
    };
    const timer = setTimeout(() => void ask(), waitMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [url, waitMs]);
  return {
    answer: url === null ? null : state.answer,
    loading: url !== null && state.url !== url,
    failed: state.failed,
  };
}

type Trigger = { level: number | null; group: string | null; ids?: readonly number[] };

/** An address cannot say more. */
export const MOST_IDS = 500;

/** Adds the trigger to an address. */
export const putTrigger = (params: URLSearchParams, { level, group, ids = [] }: Trigger) => {
  if (level !== null) params.set('level', String(level));
  if (group !== null) params.set('group', group);
  if (ids.length > 0) params.set('ids', ids.slice(0, MOST_IDS).join(','));
  return params;
};

/** The address of a search; `trigger` tells which rules are matched already. */
export const searchUrl = (query: string, trigger: Trigger): string =>
  `/rules/search?${putTrigger(new URLSearchParams({ q: query }), trigger)}`;

/** The address that counts the rules a trigger matches, and tells how many alerts each level had. */
export const matchesUrl = (trigger: Trigger, page = 0): string => {
  const params = putTrigger(new URLSearchParams(), trigger);
  if (page > 0) params.set('page', String(page));
  return `/rules/matches?${params}`;
};
