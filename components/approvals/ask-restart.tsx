'use client';

import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';

/** The file on disk is not the one that runs: a restart would make it run, and needs an approval, too. */
export function AskRestart({ ask }: { ask: () => Promise<ActionResult<{ id: number }>> }) {
  const { busy, run } = useAction();
  const toast = useToast();
  return (
    <Callout
      tone="amber"
      title="The manager runs another file than ossec.conf"
      actions={
        <Button busy={busy} onClick={() => run(ask, () => toast({ message: 'Asked for approval of a restart' }))}>
          Ask for approval of a restart
        </Button>
      }
    >
      A restart makes it run. With four eyes that needs the approval of another person.
    </Callout>
  );
}
