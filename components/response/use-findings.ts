'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { Facts, Finding } from '@/lib/ossec/findings/finding';
import { candidateFindings } from './candidate-findings';

type Find = (facts: Facts) => Finding[];

/** All checks, loaded after the page stands: they are not needed to type. Null until they are there. */
export function useChecks(wanted = true): Find | null {
  const [find, setFind] = useState<Find | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    void import('@/lib/ossec/findings/find-in-facts').then(({ findInFacts }) => {
      if (!left) setFind(() => findInFacts);
    });
    return () => {
      left = true;
    };
  }, [wanted]);
  return find;
}

/** What is wrong with the response as typed; a keystroke never waits for it. Null while that is not known yet. */
export function useFindings(
  values: ResponseFormValues,
  initial: ResponseFormValues,
  data: ResponseFormData,
): readonly Finding[] | null {
  // Without a command there is nothing to say yet, and what was opened the server has looked at.
  const isOpen = values.command === '' && values.newCommand === null;
  const wanted = !isOpen && values !== initial;
  const find = useChecks(wanted);
  const settled = useDeferredValue(values);
  return useMemo(() => {
    if (settled === initial) return data.findings;
    if (find) return candidateFindings(settled, data, find);
    return isOpen ? [] : null;
  }, [find, isOpen, settled, initial, data]);
}
