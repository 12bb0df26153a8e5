'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useActionForm } from '@/components/form/use-action-form';
import { useStoredValues } from '@/components/form/use-stored-values';
import { useToast } from '@/components/ui/toast';
import type { ResponseFormTarget, ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { ActionResult } from '@/lib/view/action-result';
import { firstOpenStep, hasNoTrigger, problemsOf, problemsOfStep, STEPS, type Step, stepOf } from './steps';
import { useFormAddress } from './use-form-address';
import { useFormFindings } from './use-form-findings';

export type EditorOptions = {
  target: ResponseFormTarget;
  /** What the form starts with. */
  initial: ResponseFormValues;
  data: ResponseFormData;
  /** Kept apart in this tab: one form's typing never lands in another. */
  storageKey: string;
  /** Absent for who may only look: then nothing in the form can be changed. */
  saveResponse: ((input: { target: unknown; values: unknown }) => Promise<ActionResult>) | undefined;
};

export const LIST = '/responses';

/** The form's values, where one is on its path, and the ways on, back and out. */
export function useResponseEditor({ target, initial, data, storageKey, saveResponse }: EditorOptions) {
  const router = useRouter();
  const toast = useToast();
  const isNew = target.kind === 'new';
  const { step, view, go } = useFormAddress(isNew ? 'guided' : 'page');
  const guided = isNew && view === 'guided';
  const [tried, setTried] = useState(false);
  const [meantToNeverFire, setMeant] = useState(false);
  const [asking, setAsking] = useState<'next' | 'save' | null>(null);

  const form = useActionForm<ResponseFormValues>({
    schema: () => import('@/lib/forms/form-schemas').then(({ responseFormSchema }) => responseFormSchema),
    check: (values) => problemsOf(values, data),
    initial,
    save: async (values) => saveResponse?.({ target, values }) ?? { status: 'forbidden', needs: 'edit' },
    onSaved: (message) => {
      forget();
      const review = { label: 'Review', run: () => router.push('/review') };
      const words = `${isNew ? 'Response added to' : 'Changes saved to'} your draft`;
      toast(message ? { message, tone: 'note' } : { message: words, action: review });
      router.push(LIST);
    },
    onInvalid: (paths) => {
      setTried(true);
      const [first] = STEPS.filter((one) => paths.some((path) => stepOf(path) === one));
      if (guided && first && first !== step) go({ step: first });
    },
  });
  const { values, ref, busy, failure } = form;
  const { restored, forget, startOver } = useStoredValues(form, storageKey, initial);
  const problems = problemsOf(values, data);
  const findings = useFormFindings(values, form.initial, data);

  // An address may name a step that cannot be reached yet, as after a restart of the browser.
  const reachable = firstOpenStep(problems);
  const current: Step = guided && STEPS.indexOf(step) > STEPS.indexOf(reachable) && !asking ? reachable : step;
  const at = STEPS.indexOf(current);
  const heading = useFocusOnStep(current, guided);

  /** Shows what keeps a step from being finished; false when nothing does. */
  const complain = (of: Step): boolean => {
    const wrong = problemsOfStep(of, problems);
    const isWrong = Object.keys(wrong).length > 0;
    if (isWrong) form.complain(wrong);
    return isWrong;
  };
  const save = (meant = meantToNeverFire) => {
    if (hasNoTrigger(values) && !meant && Object.keys(problems).length === 0) setAsking('save');
    else form.submit();
  };
  const next = (meant = meantToNeverFire) => {
    const following = STEPS[at + 1];
    if (!following) save(meant);
    else if (complain(current)) return;
    else if (current === 'trigger' && hasNoTrigger(values) && !meant) setAsking('next');
    else go({ step: following });
  };
  const pick = (wanted: Step) => {
    if (!guided) return showSection(ref.current, wanted);
    const to = STEPS.indexOf(wanted) > STEPS.indexOf(reachable) ? reachable : wanted;
    if (to === current && wanted !== current) complain(current);
    else go({ step: to });
  };
  const cancel = () => {
    forget();
    router.push(LIST);
  };
  const previous = STEPS[at - 1];
  return {
    ...{ values, set: form.set, errors: form.errors, problems, findings, ref, heading, busy },
    ...{ isNew, guided, view, current, at, restored, startOver, asking, pick, cancel },
    failure,
    /** A list of what is wrong is due: something was tried, and the fields are all in sight. */
    isSummed: failure !== null || (tried && !guided),
    setView: (to: string) => go({ view: to === 'page' ? 'page' : 'guided' }),
    back: () => (guided && previous ? go({ step: previous }) : cancel()),
    on: () => (guided ? next() : save()),
    /** The answer to "without a trigger?". */
    answer: (meant: boolean) => {
      setAsking(null);
      if (meant) {
        setMeant(true);
        if (asking === 'save') save(true);
        else next(true);
      } else if (!guided || current !== 'trigger') pick('trigger');
    },
  };
}

/** A new step starts at its question, for those who listen, too. */
function useFocusOnStep(current: Step, guided: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current || !guided) return;
    shown.current = current;
    heading.current?.focus();
  }, [current, guided]);
  return heading;
}

function showSection(form: HTMLElement | null, step: Step): void {
  const section = form?.querySelector<HTMLElement>(`#step-${step}`);
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
