'use client';

import { useEffect, useState } from 'react';

/**
 * Whole seconds that are left of `remainingMs`, counted from when it arrived on a clock that nobody sets. `arrivedAt` is
 * performance.now(); null for what the server rendered, which does not move until the browser has taken over.
 */
export function useSecondsLeft(remainingMs: number, arrivedAt: number | null): number {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (arrivedAt === null) return;
    const tick = () => setNow(performance.now());
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [arrivedAt]);
  const passedMs = arrivedAt === null || now === null ? 0 : Math.max(0, now - arrivedAt);
  return Math.max(0, Math.ceil((remainingMs - passedMs) / 1000));
}
