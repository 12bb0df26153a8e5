'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { DoorFailure } from './door-failure';
import { PasswordInput } from './password-input';
import { type Going, useDoorForm } from './use-door-form';

type Values = { login: string; password: string; next: string };
type Props = { next: string; signIn: (input: Values) => Promise<Going> };

export function SignInForm({ next, signIn }: Props) {
  const form = useDoorForm<Values>({
    schema: () => import('@/lib/forms/sign-in-schemas').then(({ signInSchema }) => signInSchema),
    initial: { login: '', password: '', next },
    save: signIn,
  });
  const { values, errors, set } = form;
  return (
    // Sent before the scripts are there it must not put a password into an address: so it says post.
    <form ref={form.ref} method="post" noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <Field id="login" label="Sign-in name" error={errors.login}>
        {(control) => (
          <TextInput
            {...control}
            name="login"
            data-field="login"
            value={values.login}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            className="min-h-10!"
            onChange={(event) => set({ login: event.target.value })}
          />
        )}
      </Field>
      <Field id="password" label="Password" error={errors.password}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            value={values.password}
            autoComplete="current-password"
            onChange={(password) => set({ password })}
          />
        )}
      </Field>
      <DoorFailure said={form.said}>{form.failure}</DoorFailure>
      <Button type="submit" variant="primary" block busy={form.busy} disabled={form.isWaiting} className="min-h-10!">
        Sign in
      </Button>
    </form>
  );
}
