'use client';

import { ArrowBigUp, Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { FieldControl } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';

type Props = FieldControl & {
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  /** Its name in the form. */
  name: string;
  autoFocus?: boolean;
};

/** A password: one field that can be shown, instead of typing it twice. Says when Caps Lock is on. */
export function PasswordInput({ value, onChange, autoFocus, ...rest }: Props) {
  const [isShown, setShown] = useState(false);
  const [isCaps, setCaps] = useState(false);
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <>
      <TextInput
        {...rest}
        data-field={rest.name}
        type={isShown ? 'text' : 'password'}
        value={value}
        data-autofocus={autoFocus || undefined}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={watchCaps}
        onKeyUp={watchCaps}
        onBlur={() => setCaps(false)}
        className="min-h-10! pr-1"
        affix={
          <IconButton
            size="s"
            label={isShown ? 'Hide the password' : 'Show the password'}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <EyeOff /> : <Eye />}
          </IconButton>
        }
      />
      <p role="status" className="text-12 text-fg-2 empty:hidden">
        {isCaps && (
          <span className="flex items-center gap-[5px]">
            <ArrowBigUp className="icon-14" />
            Caps Lock is on
          </span>
        )}
      </p>
    </>
  );
}
