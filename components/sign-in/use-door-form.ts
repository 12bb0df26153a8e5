'use client';

import { useState } from 'react';
import type { LoadSchema } from '@/components/form/lazy-resolver';
import { useActionForm } from '@/components/form/use-action-form';
import type { ActionResult } from '@/lib/view/action-result';
import { useWait } from './use-wait';

export type Going = ActionResult<{ go: string }>;
type Options<Values> = { schema: LoadSchema<Values>; initial: Values; save: (values: Values) => Promise<Going> };

/** A form at the door: what it saves leads into another page, loaded anew with the session it has by then. */
export function useDoorForm<Values extends Record<string, string>>({ schema, initial, save }: Options<Values>) {
  const [isLeaving, setLeaving] = useState(false);
  const wait = useWait();
  const form = useActionForm<Values>({
    schema,
    check: () => ({}),
    initial,
    save: async (values) => {
      const result = await save(values);
      wait.see(result);
      if (result.status === 'saved') {
        setLeaving(true);
        window.location.assign(result.go);
      }
      return result;
    },
    onSaved: () => {},
  });
  const waits = form.failure?.startsWith('Too many tries') ?? false;
  return {
    ...form,
    busy: form.busy || isLeaving,
    /** While it counts down nothing is sent. */
    isWaiting: wait.seconds > 0,
    failure: waits ? wait.words : form.failure,
    /** The wait as it was at first: what is read out. */
    said: waits ? form.failure : null,
  };
}
