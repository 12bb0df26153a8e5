'use client';

import { useCallback, useEffect, useRef, useState, useTransition } from 'react';
import { failureWords } from '@/components/draft/use-action';
import type { ActionResult } from '@/lib/view/action-result';
import { focusFirst } from './focus-field';

const UNREACHABLE =
  'Riposte did not answer. Nothing was saved, and what you typed is still here. Check the connection, then try again.';

type Messages = Record<string, string>;

type Options<Values extends object> = {
  /** What is wrong with the values, by dotted path. The server asks the same again. */
  check: (values: Values) => Messages;
  initial: Values;
  save: (values: Values) => Promise<ActionResult>;
  onSaved: () => void;
  /** Fields that are wrong, by dotted path: a chance to bring them into view before one gets the focus. */
  onInvalid?: (paths: string[]) => void;
};

/**
 * A form whose submit is a server action: the same rules on both sides, every answer of the server mapped in one place.
 * Whatever happens, nothing that was typed is lost.
 */
export function useActionForm<Values extends object>(options: Options<Values>) {
  const { check, save, onSaved, onInvalid } = options;
  const [first] = useState(options.initial);
  const [{ values, errors }, setState] = useState({ values: first, errors: {} as Messages });
  const ref = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const [wanted, setWanted] = useState<{ paths: string[] } | null>(null);

  // After the render that shows the messages, so that the field has its description when it is read out.
  useEffect(() => {
    if (wanted && ref.current) focusFirst(ref.current, wanted.paths);
  }, [wanted]);

  /** Messages that are shown follow what is typed; none appears before it was asked for. */
  const set = (patch: Partial<Values>) =>
    setState((was) => {
      const values = { ...was.values, ...patch };
      const shown = Object.keys(was.errors);
      if (shown.length === 0) return { ...was, values };
      const now = check(values);
      return { values, errors: Object.fromEntries(shown.flatMap((path) => (now[path] ? [[path, now[path]]] : []))) };
    });

  const reset = useCallback((values: Values) => setState({ values, errors: {} }), []);

  /** Shows messages, and gives the first of their fields the focus. */
  const complain = (messages: Messages) => {
    const paths = Object.keys(messages);
    setState((was) => ({ ...was, errors: { ...was.errors, ...messages } }));
    onInvalid?.(paths);
    setWanted({ paths });
  };

  const settle = (result: ActionResult) => {
    switch (result.status) {
      case 'saved':
        return onSaved();
      case 'invalid':
        setFailure(result.form);
        return complain(result.fields);
      case 'conflict':
      case 'refused':
      case 'signed-out':
      case 'forbidden':
        setFailure(failureWords(result));
        return complain({});
    }
  };

  const submit = (event?: { preventDefault: () => void }) => {
    event?.preventDefault();
    if (busy) return;
    const wrong = check(values);
    setFailure(null);
    setState((was) => ({ ...was, errors: wrong }));
    if (Object.keys(wrong).length > 0) return complain(wrong);
    start(async () => {
      try {
        settle(await save(values));
      } catch {
        setFailure(UNREACHABLE);
        complain({});
      }
    });
  };

  return {
    values,
    /** The values that the form was opened with. */
    initial: first,
    set,
    reset,
    isDirty: JSON.stringify(values) !== JSON.stringify(first),
    errors,
    complain,
    ref,
    busy,
    failure,
    submit,
  };
}
