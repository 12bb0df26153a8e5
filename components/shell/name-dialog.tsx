'use client';

import { useId, useState } from 'react';
import { failureWords, useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';

export type Naming = {
  /** The name given so far; empty for whoever has given none. */
  given: string;
  /** What whoever has given no name has begun, in words: it can come along. Null when there is nothing. */
  begun: string | null;
  save: (input: { name: string; takeDraft: boolean }) => Promise<ActionResult>;
};

/** Asks for a name for the history. */
export function NameDialog({ naming, onClose }: { naming: Naming; onClose: () => void }) {
  const { given, begun, save } = naming;
  const [name, setName] = useState(given);
  const [takeDraft, setTakeDraft] = useState(true);
  const [error, setError] = useState<string>();
  const formId = useId();
  const toast = useToast();
  const { busy, run } = useAction();
  const submit = () =>
    run(
      async () => {
        const result = await save({ name, takeDraft });
        if (result.status !== 'invalid') return result;
        setError(failureWords(result));
        return { status: 'saved', kept: true } as const;
      },
      (result) => {
        if ('kept' in result) return;
        onClose();
        toast({ message: `The history now calls you ${name.trim()}` });
      },
    );
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" type="submit" form={formId} busy={busy}>
        Save name
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="Change name" footer={footer}>
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>
          History and audit log call you by this name, and your draft is your own. It holds for this browser. It is no
          protection: until there is a sign-in, anybody who reaches Riposte can give any name.
        </p>
        <Field label="Your name" error={error}>
          {(control) => (
            <TextInput
              {...control}
              data-autofocus
              value={name}
              maxLength={60}
              autoComplete="name"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {given === '' && begun !== null && (
          <Checkbox checked={takeDraft} onChange={(event) => setTakeDraft(event.target.checked)}>
            Take {begun} along
          </Checkbox>
        )}
      </form>
    </Dialog>
  );
}
