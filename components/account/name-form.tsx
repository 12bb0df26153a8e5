'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useFieldAction } from '@/components/users/use-field-action';
import type { ActionResult } from '@/lib/view/action-result';

type Props = { name: string; save: (input: { name: string }) => Promise<ActionResult> };

/** What the history calls whoever is signed in. */
export function NameForm({ name: given, save }: Props) {
  const { busy, errors, submit } = useFieldAction();
  const toast = useToast();
  const [name, setName] = useState(given);
  return (
    <form
      className="flex flex-col items-start gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(
          () => save({ name }),
          () => toast({ message: `The history now calls you ${name.trim()}` }),
        );
      }}
    >
      <Field label="Name" hint="History and audit log call you by it." error={errors.name} className="w-full max-w-90">
        {(control) => (
          <TextInput
            {...control}
            value={name}
            maxLength={60}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy}>
        Save name
      </Button>
    </form>
  );
}
