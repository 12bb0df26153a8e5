'use client';

import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import type { ActionResult } from '@/lib/view/action-result';
import type { Decision } from '@/lib/view/apply';

export type Decide = {
  /** Which of the two was pressed and is on its way. */
  busy: Decision | null;
  run: (decision: Decision, action: () => Promise<ActionResult>) => void;
};

/** Keep or revert, one at a time. What comes of it is told by the apply's own events. */
export function useDecide(): Decide {
  const { busy, run } = useAction();
  const [pressed, setPressed] = useState<Decision | null>(null);
  return {
    busy: busy ? pressed : null,
    run: (decision, action) => {
      setPressed(decision);
      run(action);
    },
  };
}
