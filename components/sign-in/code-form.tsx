'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { DoorFailure } from './door-failure';
import { type Going, useDoorForm } from './use-door-form';

type Values = { code: string; next: string };
type Props = { next: string; enter: (input: Values) => Promise<Going> };

/** The second step of signing in: a code of the app, or one for a lost device. */
export function CodeForm({ next, enter }: Props) {
  const form = useDoorForm<Values>({
    schema: () => import('@/lib/forms/second-factor-schemas').then(({ signInCodeSchema }) => signInCodeSchema),
    initial: { code: '', next },
    save: enter,
  });
  return (
    <form ref={form.ref} method="post" noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <Field
        id="code"
        label="Code"
        error={form.errors.code}
        hint="Six digits from your authenticator app. Lost the device? Give one of your recovery codes."
      >
        {(control) => (
          <TextInput
            {...control}
            name="code"
            mono
            value={form.values.code}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            className="min-h-10!"
            onChange={(event) => form.set({ code: event.target.value })}
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
