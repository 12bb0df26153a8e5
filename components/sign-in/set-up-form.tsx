'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { DoorFailure } from './door-failure';
import { NewPasswordField } from './new-password-field';
import { type Going, useDoorForm } from './use-door-form';

type Values = { name: string; login: string; password: string; token: string };
type Props = { token: string; setUp: (input: Values) => Promise<Going> };

/** Makes the first administrator. */
export function SetUpForm({ token, setUp }: Props) {
  const form = useDoorForm<Values>({
    schema: () => import('@/lib/forms/sign-in-schemas').then(({ setUpSchema }) => setUpSchema),
    initial: { name: '', login: '', password: '', token },
    save: setUp,
  });
  const { values, errors, set } = form;
  return (
    <form ref={form.ref} method="post" noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <Field id="name" label="Your name" error={errors.name} hint="History and audit log call you by it.">
        {(control) => (
          <TextInput
            {...control}
            name="name"
            data-field="name"
            value={values.name}
            autoComplete="name"
            className="min-h-10!"
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
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
      <NewPasswordField value={values.password} error={errors.password} onChange={(password) => set({ password })} />
      <DoorFailure said={form.said}>{form.failure}</DoorFailure>
      <Button type="submit" variant="primary" block busy={form.busy} className="min-h-10!">
        Create administrator
      </Button>
    </form>
  );
}
