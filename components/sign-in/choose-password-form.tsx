'use client';

import { Button } from '@/components/ui/button';
import { DoorFailure } from './door-failure';
import { NewPasswordField } from './new-password-field';
import { type Going, useDoorForm } from './use-door-form';

type Values = { password: string; token: string };
type Props = { token: string; login: string; choose: (input: Values) => Promise<Going> };

/** Sets the password of the person whom a link was made for. */
export function ChoosePasswordForm({ token, login, choose }: Props) {
  const form = useDoorForm<Values>({
    schema: () => import('@/lib/forms/sign-in-schemas').then(({ newPasswordSchema }) => newPasswordSchema),
    initial: { password: '', token },
    save: choose,
  });
  return (
    <form ref={form.ref} method="post" noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      {/* For the browser's password store. */}
      <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      <NewPasswordField
        value={form.values.password}
        error={form.errors.password}
        onChange={(password) => form.set({ password })}
      />
      <DoorFailure said={form.said}>{form.failure}</DoorFailure>
      <Button type="submit" variant="primary" block busy={form.busy} className="min-h-10">
        Save password
      </Button>
    </form>
  );
}
