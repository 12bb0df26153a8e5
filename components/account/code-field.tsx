'use client';

import { useId } from 'react';
import { useActionForm } from '@/components/form/use-action-form';
import { DoorFailure } from '@/components/sign-in/door-failure';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-style';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/view/action-result';

type Props = {
  hint: string;
  /** What the button says. */
  action: string;
  variant: ButtonVariant;
  save: (input: { code: string }) => Promise<ActionResult>;
  onSaved: (message?: string) => void;
  onCancel: () => void;
};

/** Asks for a code: to confirm an app, to remove it. */
export function CodeField({ hint, action, variant, save, onSaved, onCancel }: Props) {
  const id = useId();
  const form = useActionForm<{ code: string }>({
    schema: () => import('@/lib/forms/second-factor-schemas').then(({ codeSchema }) => codeSchema),
    check: () => ({}),
    initial: { code: '' },
    save,
    onSaved,
  });
  return (
    <form ref={form.ref} method="post" noValidate onSubmit={form.submit} className="flex flex-col gap-3">
      <Field id={`${id}-code`} label="Code" error={form.errors.code} hint={hint}>
        {(control) => (
          <TextInput
            {...control}
            name="code"
            mono
            value={form.values.code}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            className="max-w-60"
            onChange={(event) => form.set({ code: event.target.value })}
          />
        )}
      </Field>
      <DoorFailure>{form.failure}</DoorFailure>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant={variant} busy={form.busy}>
          {action}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
