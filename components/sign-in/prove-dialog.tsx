'use client';

import { useId } from 'react';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { DoorFailure } from './door-failure';
import { PasswordInput } from './password-input';
import type { Prove } from './prove-provider';
import { useWait } from './use-wait';

type Props = { prove: Prove; onClose: (isProved: boolean) => void };

/** Asks for the password before something dangerous. What it is for waits, and goes on by itself. */
export function ProveDialog({ prove, onClose }: Props) {
  const formId = useId();
  const wait = useWait();
  const form = useActionForm<{ password: string }>({
    schema: () => import('@/lib/forms/sign-in-schemas').then(({ proofSchema }) => proofSchema),
    check: () => ({}),
    initial: { password: '' },
    save: async (values) => {
      const result = await prove(values);
      wait.see(result);
      return result;
    },
    onSaved: () => onClose(true),
  });
  const footer = (
    <>
      <Button onClick={() => onClose(false)}>Cancel</Button>
      <Button variant="primary" type="submit" form={formId} busy={form.busy} disabled={wait.seconds > 0}>
        Go on
      </Button>
    </>
  );
  const waits = form.failure?.startsWith('Too many tries') ?? false;
  return (
    <Dialog open onClose={() => onClose(false)} title="Is it still you?" footer={footer}>
      <form id={formId} ref={form.ref} method="post" noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        <p>This reaches far, so Riposte asks for your password. It asks again after 10 minutes.</p>
        <Field id="password" label="Password" error={form.errors.password}>
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              autoFocus
              value={form.values.password}
              autoComplete="current-password"
              onChange={(password) => form.set({ password })}
            />
          )}
        </Field>
        <DoorFailure said={waits ? form.failure : null}>{waits ? wait.words : form.failure}</DoorFailure>
      </form>
    </Dialog>
  );
}
