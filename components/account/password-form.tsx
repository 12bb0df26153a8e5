'use client';

import { useState } from 'react';
import { NewPasswordField } from '@/components/sign-in/new-password-field';
import { PasswordInput } from '@/components/sign-in/password-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { useFieldAction } from '@/components/users/use-field-action';
import type { ActionResult } from '@/lib/view/action-result';

type Props = { save: (input: { present: string; next: string }) => Promise<ActionResult> };

/** Another password, for who knows the present one. */
export function PasswordForm({ save }: Props) {
  const { busy, errors, submit } = useFieldAction();
  const toast = useToast();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const clear = () => {
    setPresent('');
    setNext('');
    toast({ message: 'Password changed. Every other session has ended' });
  };
  return (
    <form
      className="flex flex-col items-start gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(() => save({ present, next }), clear);
      }}
    >
      <Field label="Present password" error={errors.present} className="w-full max-w-90">
        {(control) => (
          <PasswordInput
            {...control}
            name="present"
            value={present}
            autoComplete="current-password"
            onChange={setPresent}
          />
        )}
      </Field>
      <div className="w-full max-w-90">
        <NewPasswordField id="next" label="New password" value={next} error={errors.next} onChange={setNext} />
      </div>
      <Button type="submit" busy={busy}>
        Change password
      </Button>
    </form>
  );
}
