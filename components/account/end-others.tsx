'use client';

import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';

/** Signs out everywhere but here. */
export function EndOthers({ end }: { end: () => Promise<ActionResult> }) {
  const { busy, run } = useAction();
  const toast = useToast();
  return (
    <Button size="s" busy={busy} onClick={() => run(end, () => toast({ message: 'All other sessions ended' }))}>
      End all others
    </Button>
  );
}
