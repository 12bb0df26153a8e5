import 'server-only';
import { setReading } from '@/app/actions/alert-history';
import { addChanges, saveResponse } from '@/app/actions/draft';
import { loadPage } from '@/app/load-page';
import { OpenedEditor } from '@/components/response/opened-editor';
import { keyOf } from '@/lib/forms/find-response';
import { CannotEdit } from './cannot-edit';
import { loadForm } from './load-form';

type Props = { title: string; responseKey: string | null; duplicate: boolean };

/** The form for a new, duplicated or existing response, or the reason why there is none. */
export async function ResponsePage({ title, responseKey, duplicate }: Props) {
  const page = await loadPage();
  if (!page.ok) return <CannotEdit page={title} title={page.failure.message} hint={page.failure.hint} />;
  const mayEdit = page.person.permissions.includes('edit');
  if (!mayEdit && (duplicate || responseKey === null)) {
    return (
      <CannotEdit page={title} title="A new response needs an editor" hint="An administrator can change your role." />
    );
  }
  const { config, failure, file } = page.workspace;
  if (!config || !file) {
    return (
      <CannotEdit
        page={title}
        title={failure?.message ?? 'ossec.conf cannot be read'}
        hint={failure?.hint ?? 'The manager is not affected.'}
      />
    );
  }
  const { problem } = config.model;
  if (problem)
    return (
      <CannotEdit
        page={title}
        title={problem.message}
        hint={`${problem.hint} Riposte only shows this file.`}
        line={problem.line}
      />
    );
  const form = await loadForm(page.workspace, responseKey, duplicate);
  if (!form) {
    return (
      <CannotEdit
        page={title}
        title="There is no such response"
        hint="It was removed, or your draft removes it. The list shows what there is."
      />
    );
  }
  const place = duplicate ? `copy-${responseKey}` : keyOf(form.target);
  const storageKey = `riposte:response:${place}:${'fingerprint' in form.target ? form.target.fingerprint : ''}`;
  return (
    <OpenedEditor
      // Not by the block's fingerprint: a file that changes underneath must not take away what is typed.
      key={place}
      title={mayEdit ? title : 'Active response'}
      target={form.target}
      initial={form.initial}
      data={form.data}
      line={form.line}
      storageKey={storageKey}
      saveResponse={mayEdit ? saveResponse : undefined}
      pastActions={mayEdit ? { addChanges, setReading } : undefined}
    />
  );
}
