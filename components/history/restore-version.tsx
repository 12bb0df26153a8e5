'use client';

import { RotateCcw } from 'lucide-react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';

export type RestoreActions = {
  restore: (input: { id: number }) => Promise<ActionResult<{ setAside: number | null; revision: string }>>;
  undo: (input: { id: number | null; revision?: string }) => Promise<ActionResult>;
};

type Props = RestoreActions & { id: number; disabled?: boolean };

/** Puts a whole version into the draft, and offers to bring the draft from before back. */
export function RestoreVersion({ id, disabled, restore, undo }: Props) {
  const { busy, run } = useAction();
  const toast = useToast();
  const start = () =>
    run(
      () => restore({ id }),
      ({ message, setAside, revision }) => {
        const back = () => run(() => undo({ id: setAside, revision }));
        toast({ message, action: { label: 'Undo', run: back } });
      },
    );
  return (
    <Button
      variant="primary"
      icon={<RotateCcw />}
      busy={busy}
      disabled={disabled}
      onClick={start}
      aria-describedby="restore-words"
    >
      Restore revision {id}
    </Button>
  );
}
