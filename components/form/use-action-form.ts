'use client';

import { useCallback, useEffect, useRef, useState, useTransition } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, type PathValue, useForm } from 'react-hook-form';
import { failureWords } from '@/components/draft/use-action';
import { useWithProof } from '@/components/sign-in/prove-provider';
import type { ActionResult } from '@/lib/view/action-result';
import { flattenErrors } from './flatten-errors';
import { focusFirst } from './focus-field';
import { type LoadSchema, lazyResolver } from './lazy-resolver';

const UNREACHABLE =
  'Riposte did not answer. Nothing was saved, and what you typed is still here. Check the connection, then try again.';

type Messages = Record<string, string>;

type Options<Values extends FieldValues> = {
  /** The schema that the server asks, too. Fetched with the first keystroke: it is not needed to show a form. */
  schema: LoadSchema<Values>;
  /** What is wrong with the values, by dotted path, at once: the schema's own rules, and those that need this page's data. */
  check: (values: Values) => Messages;
  initial: Values;
  save: (values: Values) => Promise<ActionResult>;
  onSaved: (message?: string) => void;
  /** Fields that are wrong, by dotted path: a chance to bring them into view before one gets the focus. */
  onInvalid?: (paths: string[]) => void;
};

/**
 * A form whose submit is a server action: the same schema on both sides, every answer of the server mapped in one place.
 * Whatever happens, nothing that was typed is lost.
 */
export function useActionForm<Values extends FieldValues>(options: Options<Values>) {
  const { schema, check, save, onSaved, onInvalid } = options;
  const [first] = useState(options.initial);
  const [resolver] = useState(() => lazyResolver(schema));
  const form = useForm<Values>({
    resolver,
    defaultValues: first as DefaultValues<Values>,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  // watch() gives a new object each time: what stands as it was opened is known by being the same.
  const watched = form.watch();
  const isDirty = JSON.stringify(watched) !== JSON.stringify(first);
  const values = isDirty ? watched : first;
  const errors = flattenErrors(form.formState.errors);
  const ref = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const withProof = useWithProof();
  const [wanted, setWanted] = useState<{ paths: string[] } | null>(null);

  // After the render that shows the messages, so that the field has its description when it is read out.
  useEffect(() => {
    if (wanted && ref.current) focusFirst(ref.current, wanted.paths);
  }, [wanted]);

  /** Messages that are shown follow what is typed; none appears before it was asked for. */
  const set = (patch: Partial<Values>) => {
    void resolver.load();
    for (const [key, value] of Object.entries(patch)) {
      form.setValue(key as FieldPath<Values>, value as PathValue<Values, FieldPath<Values>>, { shouldDirty: true });
    }
    const now = check({ ...form.getValues() });
    for (const path of Object.keys(flattenErrors(form.formState.errors))) {
      const message = now[path];
      if (message === undefined) form.clearErrors(path as FieldPath<Values>);
      else form.setError(path as FieldPath<Values>, { type: 'rule', message });
    }
  };

  // The same function for the form's whole life: an effect that brings stored values back depends on it.
  const { reset: resetForm } = form;
  const latest = useRef(resetForm);
  latest.current = resetForm;
  const reset = useCallback((to: Values) => latest.current(to, { keepDefaultValues: true }), []);

  /** Shows messages, and gives the first of their fields the focus. */
  const complain = (messages: Messages) => {
    const paths = Object.keys(messages);
    for (const path of paths) form.setError(path as FieldPath<Values>, { type: 'rule', message: messages[path] });
    onInvalid?.(paths);
    setWanted({ paths });
  };

  const settle = (result: ActionResult) => {
    switch (result.status) {
      case 'saved':
        return onSaved(result.message);
      case 'invalid':
        setFailure(result.form);
        return complain(result.fields);
      case 'conflict':
      case 'refused':
      case 'signed-out':
      case 'forbidden':
      case 'prove':
      case 'wait':
        setFailure(failureWords(result));
        return complain({});
    }
  };

  const send = (typed: Values) => {
    const wrong = check(typed);
    if (Object.keys(wrong).length > 0) return complain(wrong);
    start(async () => {
      try {
        settle(await withProof(() => save(typed)));
      } catch {
        setFailure(UNREACHABLE);
        complain({});
      }
    });
  };

  const submit = (event?: { preventDefault: () => void }) => {
    event?.preventDefault();
    if (busy) return;
    setFailure(null);
    void ask();
  };

  const ask = async () => {
    // What this page alone knows is asked first: its words are the more exact ones.
    const wrong = check(form.getValues());
    if (Object.keys(wrong).length > 0) return complain(wrong);
    try {
      await form.handleSubmit(send, (found) => complain(flattenErrors(found)))();
    } catch {
      setFailure(UNREACHABLE);
      complain({});
    }
  };

  return {
    values,
    /** The values that the form was opened with. */
    initial: first,
    set,
    reset,
    isDirty,
    errors,
    complain,
    ref,
    busy,
    failure,
    submit,
  };
}
