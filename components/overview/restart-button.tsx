'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/dialog';
import type { ActionResult } from '@/lib/view/action-result';

type Props = {
  restart: () => Promise<ActionResult<{ id: number }>>;
  command: string | null;
  /** No required daemon is up: there is nothing to interrupt. */
  isDown?: boolean;
};

/** Restarts the manager after saying what that does. */
export function RestartButton({ restart, command, isDown = false }: Props) {
  const label = isDown ? 'Start the manager' : 'Restart manager';
  const [asking, setAsking] = useState(false);
  const { busy, run } = useAction();
  const router = useRouter();
  return (
    <>
      <Button onClick={() => setAsking(true)}>{label}</Button>
      <ConfirmDialog
        open={asking}
        title={`${label}?`}
        confirmLabel={label}
        tone="primary"
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => run(restart, ({ id }) => router.push(`/apply/${id}`))}
      >
        {isDown
          ? 'Its daemons start and read the file as it is on disk.'
          : 'Event analysis pauses until it is back. Timed blocks on the manager itself are lifted; those on agents stay unless what agents load changes.'}
        {command && <code className="mt-2 block text-code">{command}</code>}
      </ConfirmDialog>
    </>
  );
}
