'use client';

import { useState } from 'react';
import { useSecondsLeft } from '@/components/shell/use-seconds-left';
import type { ActionResult } from '@/lib/view/action-result';

/** Counts down how long the server wants somebody to wait after too many tries. */
export function useWait() {
  const [wait, setWait] = useState<{ ms: number; at: number } | null>(null);
  const seconds = useSecondsLeft(wait?.ms ?? 0, wait?.at ?? null);
  return {
    seconds,
    words: seconds > 0 ? `Too many tries. Try again in ${seconds} s.` : null,
    /** Looks whether this answer asks for a wait. */
    see(result: ActionResult): void {
      setWait(result.status === 'wait' ? { ms: result.seconds * 1000, at: performance.now() } : null);
    },
  };
}
