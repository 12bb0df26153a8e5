'use client';

import { type KeyboardEvent, lazy, Suspense } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { focusField } from '@/components/form/focus-field';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { NeedsRole } from '@/components/users/needs-role';
import type { PastActions } from './backtest-panel';
import { EditorFoot } from './editor-foot';
import { EditorHead } from './editor-head';
import { Preview } from './preview';
import { ResponseSection } from './response-section';
import { STEPS, type Step } from './steps';
import { StepsNav } from './steps-nav';
import { type EditorOptions, useResponseEditor } from './use-response-editor';

const NoTriggerQuestion = lazy(() =>
  import('./no-trigger-question').then((module) => ({ default: module.NoTriggerQuestion })),
);

type Props = EditorOptions & {
  title: string;
  /** Line of the block in the file. */
  line: number | null;
  /** The file changed under the form, and the block with it. */
  changedMeanwhile?: boolean;
  /** What can be done about past alerts. */
  pastActions?: PastActions | undefined;
};

/** A response as a guided path or on one page, with a live preview. Nothing is saved before the end. */
export function ResponseEditor({ title, line, changedMeanwhile, pastActions, ...options }: Props) {
  const { data, saveResponse } = options;
  const mayEdit = saveResponse !== undefined;
  const editor = useResponseEditor(options);
  const { values, set, errors, problems, findings, ref, guided, current, isNew, pick } = editor;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (mayEdit) editor.on();
  };
  const sections: readonly Step[] = guided ? [current] : STEPS;
  const blocked = Boolean(problems.confirmedAgents) && (!guided || current === 'location' || current === 'review');
  return (
    <form
      ref={ref}
      noValidate
      aria-label={title}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        if (mayEdit) editor.on();
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <EditorHead
        title={title}
        line={line}
        view={isNew ? editor.view : null}
        onView={editor.setView}
        onCancel={editor.cancel}
      />
      <div className="min-h-0 flex-1 desk:grid desk:grid-cols-[188px_minmax(0,1fr)_320px] mid:grid-cols-[224px_minmax(0,1fr)_400px]">
        <StepsNav values={values} data={data} problems={problems} current={guided ? current : null} onPick={pick} />
        <div
          // With every control off the keyboard still has to be able to scroll it.
          {...(!mayEdit && { tabIndex: 0, role: 'group', 'aria-label': 'What it says' })}
          className="scroll-thin flex min-w-0 flex-col gap-10 px-4 pt-1 pb-6 desk:overflow-auto desk:py-5 desk:pr-7 desk:pb-7 desk:pl-3"
        >
          {editor.isSummed && (
            <ErrorSummary
              failure={editor.failure}
              errors={guided ? {} : errors}
              onPick={(path) => ref.current && focusField(ref.current, path)}
            />
          )}
          {changedMeanwhile && !editor.failure && <ChangedMeanwhile />}
          {editor.restored && !isNew && <Restored onStartOver={editor.startOver} />}
          <fieldset disabled={!mayEdit} className="contents">
            <Suspense>
              {sections.map((section) => (
                <ResponseSection
                  key={section}
                  step={section}
                  heading={guided ? editor.heading : undefined}
                  {...{ values, set, errors, data, findings }}
                  guided={guided}
                  onEdit={pick}
                />
              ))}
            </Suspense>
          </fieldset>
        </div>
        <Preview {...{ values, data, findings, guided, pastActions }} />
      </div>
      {mayEdit ? (
        <EditorFoot at={guided ? editor.at : null} busy={editor.busy} blocked={blocked} onBack={editor.back} />
      ) : (
        <footer className="sticky bottom-0 z-10 flex min-h-14 shrink-0 items-center border-line border-t bg-surface px-4 desk:static desk:pl-5">
          <NeedsRole needs="edit" what="Changing it" />
        </footer>
      )}
      {editor.asking && (
        <Suspense>
          <NoTriggerQuestion asking={editor.asking} onAnswer={editor.answer} />
        </Suspense>
      )}
    </form>
  );
}

const Restored = ({ onStartOver }: { onStartOver: () => void }) => (
  <Callout
    tone="blue"
    title="What you typed here before is back"
    actions={
      <Button size="s" onClick={onStartOver}>
        Start over
      </Button>
    }
  >
    It was not saved to your draft yet.
  </Callout>
);

const ChangedMeanwhile = () => (
  <Callout tone="amber" role="status" title="ossec.conf changed while you edit this response">
    What you typed stays here. Save: if this response is another one now, Riposte says so and overwrites nothing.
  </Callout>
);
