'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/dialog';
import type { ActionResult } from '@/lib/view/action-result';

type Props = { restart: () => Promise<ActionResult<{ id: number }>>; command: string | null; label?: string };

/** Restarts the manager after saying what that does. */
export function RestartButton({ restart, command, label = 'Restart manager' }: Props) {
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
        Event analysis pauses until it is back. Timed blocks on the manager are lifted.
        {command && <code className="mt-2 block text-code">{command}</code>}
      </ConfirmDialog>
    </>
  );
}
