'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { isStep, type Step } from './steps';

export type FormView = 'guided' | 'page';

/** Step and view are part of the address: Back goes a step back, and a reload stays where one was. */
export function useFormAddress(fallback: FormView) {
  const params = useSearchParams();
  const asked = params.get('step');
  const step: Step = isStep(asked) ? asked : 'command';
  const view: FormView =
    params.get('view') === 'page' || (params.get('view') === null && fallback === 'page') ? 'page' : 'guided';
  const go = useCallback((change: { step?: Step; view?: FormView }, how: 'push' | 'replace' = 'push') => {
    const url = new URL(window.location.href);
    if (change.step) url.searchParams.set('step', change.step);
    if (change.view) {
      url.searchParams.set('view', change.view);
      if (change.view === 'page') url.searchParams.delete('step');
    }
    const next = `${url.pathname}${url.search}`;
    if (how === 'push') window.history.pushState(null, '', next);
    else window.history.replaceState(null, '', next);
  }, []);
  return { step, view, go };
}
