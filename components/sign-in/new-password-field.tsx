'use client';

import { Field } from '@/components/ui/field';
import { PasswordInput } from './password-input';

type Props = {
  id?: string;
  label?: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
};

/** A password that is chosen: what is asked of it stands below. */
export function NewPasswordField({ id = 'password', label = 'Password', value, error, onChange }: Props) {
  return (
    <Field
      id={id}
      label={label}
      error={error}
      hint="At least 12 characters. A few words that do not belong together are good."
    >
      {(control) => (
        <PasswordInput {...control} name={id} value={value} autoComplete="new-password" onChange={onChange} />
      )}
    </Field>
  );
}
