'use client';

import { BellOff } from 'lucide-react';
import { useState } from 'react';
import { failureWords, useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { TextArea } from '@/components/ui/text-area';
import type { ActionResult } from '@/lib/view/action-result';

export type MuteProps = {
  findingKey: string;
  title: string;
  mute: (input: { key: string; reason: string }) => Promise<ActionResult>;
};

/** Sets one finding aside, with a reason that is kept. */
export function MuteFinding({ findingKey, title, mute }: MuteProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const { busy, run } = useAction();
  const close = () => {
    setOpen(false);
    setError(undefined);
  };
  const save = () =>
    run(
      async () => {
        const result = await mute({ key: findingKey, reason });
        if (result.status !== 'invalid') return result;
        setError(failureWords(result));
        return { status: 'saved', kept: true } as const;
      },
      (result) => !('kept' in result) && close(),
    );
  const footer = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button variant="primary" busy={busy} onClick={save}>
        Mute finding
      </Button>
    </>
  );
  return (
    <>
      <IconButton
        size="s"
        label={`Mute: ${title}`}
        title="Mute"
        className="mt-1 mr-2.5 opacity-0 focus-visible:opacity-100 group-hover/finding:opacity-100 pointer-coarse:opacity-100"
        onClick={() => setOpen(true)}
      >
        <BellOff className="icon-14" />
      </IconButton>
      <Dialog open={open} onClose={close} title="Mute this finding?" footer={footer}>
        <p className="mb-3">
          <b className="font-strong text-fg">{title}</b>. It stays quiet while the block says what it says now, and
          speaks up again when it changes.
        </p>
        <Field label="Why" hint="Kept with your name, for those who come after you." error={error}>
          {(control) => (
            <TextArea {...control} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </Dialog>
    </>
  );
}
