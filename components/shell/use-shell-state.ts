'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ShellState } from '@/lib/view/shell-state';

const POLL_MS = 2_000;
/** While somebody has to decide. */
const COUNTDOWN_POLL_MS = 1_000;
const MOST_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;
/** A single lost answer is no news. */
const MISSED_BEFORE_AWAY = 2;

export type LiveShell = {
  state: ShellState;
  /** performance.now() when `state` arrived: what counts down counts from here. Null for what the server rendered. */
  arrivedAt: number | null;
  /** Riposte does not answer: `state` is what was known last. */
  away: boolean;
  /** The session has ended: `state` is what was known last. */
  signedOut: boolean;
  /** Asks now, after something was done. */
  askNow: () => void;
};

type Told = { state: ShellState; arrivedAt: number | null; missed: number; signedOut: boolean };

/** What a rendered page depends on: when it differs, the page is out of date. */
const printOf = ({ fingerprints, managerUp }: ShellState): string => JSON.stringify([fingerprints, managerUp]);

/** How long to wait before asking again. */
export function nextPollMs(isCountingDown: boolean, missed: number): number {
  const base = isCountingDown ? COUNTDOWN_POLL_MS : POLL_MS;
  return Math.min(MOST_MS, base * 2 ** missed);
}

/** Null when there was no answer, or none of ours. */
async function ask(signal: AbortSignal): Promise<ShellState | 'signed-out' | null> {
  try {
    const answer = await fetch('/state', { cache: 'no-store', signal });
    if (answer.status === 401) return 'signed-out';
    return answer.ok ? ((await answer.json()) as ShellState) : null;
  } catch {
    return null;
  }
}

/**
 * What is true on every page, asked for again while the page is seen. `onOutdated` is called when the file, what is loaded,
 * the draft or an apply is no longer what `rendered` shows.
 */
export function useShellState(rendered: ShellState, onOutdated: () => void): LiveShell {
  const [told, setTold] = useState<Told>();
  const shown = useRef(printOf(rendered));
  const wake = useRef(() => {});
  const outdated = useEffectEvent(onOutdated);
  // The browser may show a page that was rendered a while ago: a countdown in it is asked for at once.
  const firstMs = useRef(rendered.running === null ? POLL_MS : 0);

  // A page that was rendered anew shows what is true now.
  useEffect(() => {
    shown.current = printOf(rendered);
    setTold({ state: rendered, arrivedAt: performance.now(), missed: 0, signedOut: false });
  }, [rendered]);

  useEffect(() => {
    let missed = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking: AbortController | null = null;
    const look = async () => {
      clearTimeout(timer);
      if (document.hidden || asking) return;
      const mine = new AbortController();
      asking = mine;
      // Never broken off: the answer may bring the session's next secret.
      const answer = await ask(AbortSignal.timeout(ANSWER_WITHIN_MS));
      if (mine.signal.aborted) return;
      asking = null;
      const signedOut = answer === 'signed-out';
      const state = signedOut ? null : answer;
      missed = answer ? 0 : missed + 1;
      if (state) {
        setTold({ state, arrivedAt: performance.now(), missed, signedOut });
        const print = printOf(state);
        if (print !== shown.current) {
          shown.current = print;
          outdated();
        }
      } else setTold((last) => last && { ...last, missed, signedOut });
      if (!document.hidden) timer = setTimeout(look, nextPollMs(state?.running?.phase === 'confirming', missed));
    };
    const seen = () => (document.hidden ? clearTimeout(timer) : void look());
    wake.current = () => void look();
    timer = setTimeout(look, firstMs.current);
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('online', seen);
    return () => {
      clearTimeout(timer);
      asking?.abort();
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('online', seen);
    };
  }, []);

  const askNow = useCallback(() => wake.current(), []);
  return {
    state: told?.state ?? rendered,
    arrivedAt: told?.arrivedAt ?? null,
    away: (told?.missed ?? 0) >= MISSED_BEFORE_AWAY,
    signedOut: told?.signedOut ?? false,
    askNow,
  };
}
