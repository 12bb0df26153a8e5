'use client';

import { useCallback, useEffect, useRef, useState, useTransition } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, type Resolver, useForm } from 'react-hook-form';
import { failureWords } from '@/components/draft/use-action';
import type { ActionResult } from '@/lib/view/action-result';
import { flattenErrors } from './flatten-errors';
import { focusFirst } from './focus-field';

const UNREACHABLE =
  'Riposte did not answer. Nothing was saved, and what you typed is still here. Check the connection, then try again.';

type Options<Values extends FieldValues> = {
  resolver: Resolver<Values>;
  defaultValues: Values;
  save: (values: Values) => Promise<ActionResult>;
  onSaved: () => void;
  /** Fields that are wrong, by dotted path: a chance to bring them into view before one gets the focus. */
  onInvalid?: (paths: string[]) => void;
};

/**
 * A form whose submit is a server action: the same schema on both sides, every answer of the server mapped in one place.
 * Whatever happens, nothing that was typed is lost.
 */
export function useActionForm<Values extends FieldValues>(options: Options<Values>) {
  const { resolver, defaultValues, save, onSaved, onInvalid } = options;
  const form = useForm<Values>({
    resolver,
    defaultValues: defaultValues as DefaultValues<Values>,
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const ref = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const [wanted, setWanted] = useState<{ paths: string[] } | null>(null);

  // After the render that shows the messages, so that the field has its description when it is read out.
  useEffect(() => {
    if (wanted && ref.current) focusFirst(ref.current, wanted.paths);
  }, [wanted]);

  const pointTo = useCallback(
    (paths: string[]) => {
      onInvalid?.(paths);
      setWanted({ paths });
    },
    [onInvalid],
  );

  const settle = (result: ActionResult) => {
    switch (result.status) {
      case 'saved':
        return onSaved();
      case 'invalid': {
        const paths = Object.keys(result.fields);
        for (const path of paths) {
          form.setError(path as FieldPath<Values>, { type: 'server', message: result.fields[path] });
        }
        setFailure(result.form);
        return pointTo(paths);
      }
      case 'conflict':
      case 'refused':
      case 'signed-out':
      case 'forbidden':
        setFailure(failureWords(result));
        return pointTo([]);
    }
  };

  const submit = form.handleSubmit(
    (values) => {
      setFailure(null);
      start(async () => {
        try {
          settle(await save(values));
        } catch {
          setFailure(UNREACHABLE);
          pointTo([]);
        }
      });
    },
    (errors) => {
      setFailure(null);
      pointTo(Object.keys(flattenErrors(errors)));
    },
  );

  return { form, ref, busy, failure, submit, pointTo, errors: flattenErrors(form.formState.errors) };
}
