'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { Facts, Finding } from '@/lib/ossec/findings/finding';

type Find = (facts: Facts) => Finding[];
type FindInForm = (values: ResponseFormValues, data: ResponseFormData) => Finding[];

/** What a page can stand without, loaded when it is wanted. Null until it is there. `load` stays the same function. */
export function useLoaded<T>(load: () => Promise<T>, wanted: boolean): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    load().then(
      (found) => left || setLoaded(() => found),
      // Without a network there are no findings; saving asks the server anyway.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [load, wanted]);
  return loaded;
}

const loadChecks = (): Promise<Find> =>
  import('@/lib/ossec/findings/find-in-facts').then(({ findInFacts }) => findInFacts);

async function loadFinder(): Promise<FindInForm> {
  const [find, { candidateFindings }] = await Promise.all([loadChecks(), import('./candidate-findings')]);
  return (values, data) => candidateFindings(values, data, find);
}

/** All checks: they are not needed to type. */
export const useChecks = (): Find | null => useLoaded(loadChecks, true);

/** What is wrong with the response as typed; a keystroke never waits for it. Null while that is not known yet. */
export function useFindings(
  values: ResponseFormValues,
  initial: ResponseFormValues,
  data: ResponseFormData,
): readonly Finding[] | null {
  // Without a command there is nothing to say yet, and what was opened the server has looked at.
  const isOpen = values.command === '' && values.newCommand === null;
  const find = useLoaded(loadFinder, !isOpen && values !== initial);
  const settled = useDeferredValue(values);
  return useMemo(() => {
    if (settled === initial) return data.findings;
    if (find) return find(settled, data);
    return isOpen ? [] : null;
  }, [find, isOpen, settled, initial, data]);
}
