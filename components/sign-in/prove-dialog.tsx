'use client';

import { type FormEvent, useId, useState } from 'react';
import { failureWords } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { DoorFailure } from './door-failure';
import { PasswordInput } from './password-input';
import type { Prove } from './prove-provider';
import { useWait } from './use-wait';

const UNREACHABLE = 'Riposte did not answer. Check the connection, then try again.';

type Props = { prove: Prove; onClose: (isProved: boolean) => void };

/**
 * Asks for the password before something dangerous. What it is for waits, and goes on by itself. Its own state instead of a
 * transition: the one that waits is a transition, and React lets none end before the other.
 */
export function ProveDialog({ prove, onClose }: Props) {
  const formId = useId();
  const wait = useWait();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string | null>(null);
  const [waits, setWaits] = useState(false);

  const ask = async () => {
    const result = await prove({ password }).catch(() => null);
    if (result?.status === 'saved') return onClose(true);
    if (result) wait.see(result);
    setWaits(result?.status === 'wait');
    setError(result?.status === 'invalid' ? failureWords(result) : undefined);
    setFailure(result === null ? UNREACHABLE : result.status === 'invalid' ? null : failureWords(result));
    setBusy(false);
    document.getElementById(`${formId}-password`)?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || wait.seconds > 0) return;
    setBusy(true);
    void ask();
  };
  const footer = (
    <>
      <Button onClick={() => onClose(false)}>Cancel</Button>
      <Button variant="primary" type="submit" form={formId} busy={busy} disabled={wait.seconds > 0}>
        Go on
      </Button>
    </>
  );
  return (
    <Dialog open onClose={() => onClose(false)} title="Is it still you?" footer={footer}>
      <form id={formId} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>This reaches far, so Riposte asks for your password. It asks again after 10 minutes.</p>
        <Field id={`${formId}-password`} label="Password" error={error}>
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              autoFocus
              value={password}
              autoComplete="current-password"
              onChange={setPassword}
            />
          )}
        </Field>
        <DoorFailure said={waits ? failure : null}>{waits ? wait.words : failure}</DoorFailure>
      </form>
    </Dialog>
  );
}
