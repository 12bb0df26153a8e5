'use client';

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { FileCode } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type FieldPath, type Resolver, set as setPath } from 'react-hook-form';
import { ErrorSummary } from '@/components/form/error-summary';
import { focusField } from '@/components/form/focus-field';
import { useActionForm } from '@/components/form/use-action-form';
import { useStoredValues } from '@/components/form/use-stored-values';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/dialog';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { useToast } from '@/components/ui/toast';
import { type ResponseFormTarget, type ResponseFormValues, responseFormSchema } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { ActionResult } from '@/lib/view/action-result';
import { EditorFoot } from './editor-foot';
import { Preview } from './preview';
import { ResponseSection } from './response-section';
import {
  firstOpenStep,
  guardProblems,
  hasNoTrigger,
  problemsOf,
  problemsOfStep,
  STEPS,
  type Step,
  stepOf,
} from './steps';
import { StepsNav } from './steps-nav';
import { useFindings } from './use-findings';
import { useFormAddress } from './use-form-address';

type Props = {
  title: string;
  target: ResponseFormTarget;
  /** What the form starts with. */
  initial: ResponseFormValues;
  data: ResponseFormData;
  /** Line of the block in the file. */
  line: number | null;
  /** Kept apart in this tab: one form's typing never lands in another. */
  storageKey: string;
  saveResponse: (input: { target: unknown; values: unknown }) => Promise<ActionResult>;
};

const LIST = '/responses';

/** A response as a guided path or on one page, with a live preview. Nothing is saved before the end. */
export function ResponseEditor({ title, target, initial, data, line, storageKey, saveResponse }: Props) {
  const router = useRouter();
  const toast = useToast();
  const isNew = target.kind === 'new';
  const { step, view, go } = useFormAddress(isNew ? 'guided' : 'page');
  const guided = isNew && view === 'guided';
  const [tried, setTried] = useState(false);
  const [meantToNeverFire, setMeant] = useState(false);
  const [asking, setAsking] = useState<'next' | 'save' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  // The schema of the server, and what only the page knows: agents to count, commands to choose from.
  const resolver = useMemo((): Resolver<ResponseFormValues> => {
    const bySchema = standardSchemaResolver<ResponseFormValues, unknown, ResponseFormValues>(responseFormSchema);
    return async (values, context, options) => {
      const result = await bySchema(values, context, options);
      const guards = Object.entries(guardProblems(values, data));
      if (guards.length === 0) return result;
      const errors = { ...result.errors };
      for (const [path, message] of guards) setPath(errors, path, { type: 'guard', message });
      return { values: {}, errors };
    };
  }, [data]);

  const { form, ref, busy, failure, submit, pointTo, errors } = useActionForm<ResponseFormValues>({
    resolver,
    defaultValues: initial,
    save: (values) => saveResponse({ target, values }),
    onSaved: () => {
      forget();
      const review = { label: 'Review', run: () => router.push('/review') };
      toast({ message: `${isNew ? 'Response added to' : 'Changes saved to'} your draft`, action: review });
      router.push(LIST);
    },
    onInvalid: (paths) => {
      setTried(true);
      const [first] = STEPS.filter((one) => paths.some((path) => stepOf(path) === one));
      if (guided && first && first !== step) go({ step: first });
    },
  });
  const { restored, forget, startOver } = useStoredValues(form, storageKey, initial);
  const values = form.watch();
  const problems = problemsOf(values, data);
  const findings = useFindings(values, data);

  const set = (patch: Partial<ResponseFormValues>) => {
    for (const [key, value] of Object.entries(patch)) {
      form.setValue(key as FieldPath<ResponseFormValues>, value as never, { shouldDirty: true });
    }
    // Messages that are shown follow what is typed; none appears before it was asked for.
    const shown = Object.keys(errors).map((path) => path as FieldPath<ResponseFormValues>);
    if (shown.length > 0) void form.trigger(shown);
  };

  // An address may name a step that cannot be reached yet, as after a restart of the browser.
  const reachable = firstOpenStep(problems);
  const current: Step = guided && STEPS.indexOf(step) > STEPS.indexOf(reachable) && !asking ? reachable : step;
  const at = STEPS.indexOf(current);

  const shownStep = useRef(current);
  useEffect(() => {
    if (shownStep.current === current || !guided) return;
    shownStep.current = current;
    heading.current?.focus();
  }, [current, guided]);

  const complain = (of: Step) => {
    const wrong = Object.entries(problemsOfStep(of, problems));
    for (const [path, message] of wrong)
      form.setError(path as FieldPath<ResponseFormValues>, { type: 'step', message });
    pointTo(wrong.map(([path]) => path));
    return wrong.length > 0;
  };
  const next = (meant = meantToNeverFire) => {
    const following = STEPS[at + 1];
    if (!following) return save(meant);
    if (complain(current)) return;
    if (current === 'trigger' && hasNoTrigger(values) && !meant) return setAsking('next');
    go({ step: following });
  };
  const save = (meant = meantToNeverFire) => {
    if (busy) return;
    if (hasNoTrigger(values) && !meant && Object.keys(problems).length === 0) return setAsking('save');
    void submit();
  };
  const pick = (wanted: Step) => {
    if (!guided) {
      const section = ref.current?.querySelector<HTMLElement>(`#step-${wanted}`);
      section?.scrollIntoView({ block: 'start' });
      section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      return;
    }
    const to = STEPS.indexOf(wanted) > STEPS.indexOf(reachable) ? reachable : wanted;
    if (to === current && wanted !== current) complain(current);
    else go({ step: to });
  };
  const cancel = () => {
    forget();
    router.push(LIST);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (guided) next();
    else save();
  };
  const blocked = Boolean(problems.confirmedAgents) && (!guided || current === 'location' || current === 'review');
  const sections: readonly Step[] = guided ? [current] : STEPS;
  const previous = STEPS[at - 1];
  return (
    <form
      ref={ref}
      noValidate
      aria-label={title}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        if (guided) next();
        else save();
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <PageHeader
        line
        crumbs={[{ href: LIST, label: 'Active responses' }]}
        title={title}
        actions={
          <>
            {line !== null && (
              <Link
                href={`/source?line=${line}`}
                className="hidden items-center gap-1.5 font-medium text-fg-2 hover:text-fg desk:inline-flex"
              >
                <FileCode className="icon-14" /> Line {line}
              </Link>
            )}
            {isNew && (
              <Segmented
                label="View"
                name="view"
                value={view}
                onValueChange={(to) => go({ view: to === 'page' ? 'page' : 'guided' })}
                options={[
                  { value: 'guided', label: 'Guided' },
                  { value: 'page', label: 'One page' },
                ]}
              />
            )}
            <Button variant="ghost" className="max-desk:hidden" onClick={cancel}>
              Cancel
            </Button>
          </>
        }
      />
      <div className="min-h-0 flex-1 desk:grid desk:grid-cols-[188px_minmax(0,1fr)_320px] mid:grid-cols-[224px_minmax(0,1fr)_400px]">
        <StepsNav values={values} data={data} problems={problems} current={guided ? current : null} onPick={pick} />
        <div className="scroll-thin flex min-w-0 flex-col gap-10 px-4 pt-1 pb-6 desk:overflow-auto desk:py-5 desk:pr-7 desk:pb-7 desk:pl-3">
          {(failure || (tried && !guided)) && (
            <ErrorSummary
              failure={failure}
              errors={guided ? {} : errors}
              onPick={(path) => ref.current && focusField(ref.current, path)}
            />
          )}
          {restored && !isNew && (
            <Callout
              tone="blue"
              title="What you typed here before is back"
              actions={
                <Button size="s" onClick={startOver}>
                  Start over
                </Button>
              }
            >
              It was not saved to your draft yet.
            </Callout>
          )}
          {sections.map((section) => (
            <ResponseSection
              key={section}
              step={section}
              heading={guided ? heading : undefined}
              {...{ values, set, errors, data, findings }}
              guided={guided}
              onEdit={pick}
            />
          ))}
        </div>
        <Preview values={values} data={data} findings={findings} guided={guided} />
      </div>
      <EditorFoot
        at={guided ? at : null}
        busy={busy}
        blocked={blocked}
        onBack={() => (guided && previous ? go({ step: previous }) : cancel())}
      />
      <ConfirmDialog
        open={asking !== null}
        title="Go on without a trigger?"
        confirmLabel={asking === 'save' ? 'Save it without a trigger' : 'Go on without a trigger'}
        cancelLabel="Set a trigger"
        tone="primary"
        onCancel={() => {
          setAsking(null);
          if (!guided) pick('trigger');
        }}
        onConfirm={() => {
          const what = asking;
          setAsking(null);
          setMeant(true);
          if (what === 'save') save(true);
          else next(true);
        }}
      >
        No level, no group and no rule ID is given. Wazuh accepts such a response and never runs it.
      </ConfirmDialog>
    </form>
  );
}
