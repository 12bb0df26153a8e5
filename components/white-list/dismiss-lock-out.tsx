'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { useFieldAction } from '@/components/users/use-field-action';
import type { GuardActions } from './white-list-actions';

type Props = { addresses: readonly string[]; dismiss: GuardActions['dismiss']; onClose: () => void };

/** Asks why addresses of our own may stay off the white list. */
export function DismissLockOut({ addresses, dismiss, onClose }: Props) {
  const [reason, setReason] = useState('');
  const { busy, errors, submit } = useFieldAction();
  const save = () => submit(() => dismiss({ addresses: [...addresses], reason }), onClose);
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" busy={busy} onClick={save}>
        Leave off the list
      </Button>
    </>
  );
  const many = addresses.length > 1;
  return (
    <Dialog
      open
      onClose={onClose}
      title={many ? 'Leave these addresses off?' : 'Leave this address off?'}
      footer={footer}
    >
      <p className="mb-3">
        <b className="font-strong text-fg wrap-anywhere">{addresses.join(', ')}</b>. Riposte no longer warns about{' '}
        {many ? 'them' : 'it'}, here and in the findings. A response can still block {many ? 'them' : 'it'}. The page
        White list takes this back.
      </p>
      <Field label="Why" hint="Kept with your name, for those who come after you." error={errors.reason}>
        {(control) => (
          <TextArea {...control} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
