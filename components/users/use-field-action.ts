'use client';

import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import type { ActionResult } from '@/lib/view/action-result';

type Saved<Extra extends object> = Extract<ActionResult<Extra>, { status: 'saved' }>;

/** A small form whose submit is a server action: what is wrong with a field is said there, everything else in a toast. */
export function useFieldAction() {
  const { busy, run } = useAction();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const submit = <Extra extends object>(
    action: () => Promise<ActionResult<Extra>>,
    onSaved: (result: Saved<Extra>) => void,
  ) => {
    setErrors({});
    run(
      async (): Promise<ActionResult<Extra | { isInvalid: true }>> => {
        const result = await action();
        if (result.status !== 'invalid' || Object.keys(result.fields).length === 0) return result;
        setErrors(result.fields);
        return { status: 'saved', isInvalid: true };
      },
      (result) => {
        if (!('isInvalid' in result)) onSaved(result as Saved<Extra>);
      },
    );
  };
  return { busy, errors, submit };
}
