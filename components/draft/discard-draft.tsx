'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { Change } from '@/lib/ossec/edit/change';
import type { ActionResult } from '@/lib/view/action-result';
import { useAction } from './use-action';

type Props = {
  count: number;
  discard: () => Promise<ActionResult<{ discarded: Change[]; revision: string; draft?: unknown }>>;
  restore: (input: { changes: unknown; revision?: string; draft?: unknown }) => Promise<ActionResult>;
  label?: string;
};

/** Throws the draft away after asking, and offers to bring it back. */
export function DiscardDraft({ count, discard, restore, label = 'Discard' }: Props) {
  const [asking, setAsking] = useState(false);
  const { busy, run } = useAction();
  const toast = useToast();
  const what = count === 0 ? 'the older version' : count === 1 ? '1 change' : `${count} changes`;
  const confirm = () =>
    run(discard, ({ discarded, revision, draft }) => {
      setAsking(false);
      const undo = () => run(() => restore({ changes: discarded, revision, draft }));
      toast({ message: `Draft with ${what} discarded`, action: { label: 'Undo', run: undo } });
    });
  return (
    <>
      <Button variant="ghost" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        title={`Discard ${what}?`}
        confirmLabel={`Discard ${what}`}
        cancelLabel="Keep the draft"
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        The manager is not affected: nothing of the draft is on it.
      </ConfirmDialog>
    </>
  );
}
