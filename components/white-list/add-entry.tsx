'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { useAction } from '@/components/draft/use-action';
import { ErrorSummary } from '@/components/form/error-summary';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { Drawer, DrawerCancel } from '@/components/ui/drawer';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { emptyWhiteListForm, type WhiteListFormValues, whiteListProblems } from '@/lib/forms/white-list-form';
import { liveProblem, typedEntry } from '@/lib/forms/white-list-live';
import { EntryPreview } from './entry-preview';
import { NoteFields } from './note-fields';
import type { WhiteListActions } from './white-list-actions';

type Props = { entries: readonly string[]; onClose: () => void } & Pick<WhiteListActions, 'add' | 'undoTo'>;

const KINDS = [
  { value: 'address', label: 'Address' },
  { value: 'network', label: 'Network' },
  { value: 'pattern', label: 'Pattern' },
];
const PLACES = [
  { value: 'start', label: 'Addresses that begin with' },
  { value: 'exact', label: 'The address is exactly' },
  { value: 'end', label: 'Addresses that end with' },
  { value: 'anywhere', label: 'Addresses that hold, anywhere,' },
];

/** A new entry, guided: what it will cover and what to think of stands below while it is typed. */
export function AddEntry({ entries, onClose, add, undoTo }: Props) {
  const router = useRouter();
  const toast = useToast();
  const { run } = useAction();
  const undo = useRef<{ previous: unknown; revision: string } | null>(null);
  const { values, set, isDirty, ref, busy, failure, submit, errors } = useActionForm<WhiteListFormValues>({
    schema: () => import('@/lib/forms/form-schemas').then(({ whiteListFormSchema }) => whiteListFormSchema),
    check: whiteListProblems,
    initial: emptyWhiteListForm,
    save: async (values) => {
      const result = await add({ values });
      if (result.status === 'saved') undo.current = { previous: result.previous, revision: result.revision };
      return result;
    },
    onSaved: () => {
      const { previous, revision = '' } = undo.current ?? {};
      const back = () => run(() => undoTo({ changes: previous, revision }));
      toast({ message: 'Entry added to your draft', action: { label: 'Undo', run: back } });
      onClose();
      router.refresh();
    },
  });
  return (
    <Drawer
      open
      onClose={onClose}
      dirty={isDirty && !busy}
      title="Add to the white list"
      footer={
        <>
          <DrawerCancel className="ml-auto" />
          <Button variant="primary" type="submit" form="entry-form" busy={busy}>
            Add to draft
          </Button>
        </>
      }
    >
      <form id="entry-form" ref={ref} noValidate onSubmit={submit} className="flex flex-col gap-5">
        {failure && <ErrorSummary failure={failure} errors={{}} onPick={() => {}} />}
        <Segmented
          label="What to add"
          name="kind"
          value={values.kind}
          onValueChange={(kind) => set({ kind: kind as WhiteListFormValues['kind'] })}
          options={KINDS}
          className="self-start"
        />
        <EntryFields values={values} set={set} errors={errors} />
        <EntryPreview values={values} entries={entries} />
        <NoteFields values={values} set={set} errors={errors} />
      </form>
    </Drawer>
  );
}

type FieldProps = {
  values: WhiteListFormValues;
  set: (patch: Partial<WhiteListFormValues>) => void;
  errors: Record<string, string>;
};

function EntryFields({ values, set, errors }: FieldProps) {
  const live = liveProblem(values) ?? undefined;
  const plain = { mono: true, autoComplete: 'off', spellCheck: false, maxLength: 2000 };
  if (values.kind === 'address') {
    return (
      <Field
        label="Address"
        hint="IPv4 or IPv6. With a size behind a slash it becomes a network."
        error={errors.address ?? live}
      >
        {(control) => (
          <TextInput
            {...control}
            {...plain}
            name="address"
            value={values.address}
            placeholder="192.0.2.10"
            onChange={(event) => set(typedEntry(event.target.value, values))}
          />
        )}
      </Field>
    );
  }
  if (values.kind === 'network') {
    return (
      <Field label="Network" hint="IPv4, with its size behind a slash." error={errors.network ?? live}>
        {(control) => (
          <TextInput
            {...control}
            {...plain}
            name="network"
            value={values.network}
            placeholder="192.0.2.0/24"
            onChange={(event) => set(typedEntry(event.target.value, values))}
          />
        )}
      </Field>
    );
  }
  return (
    <>
      <Field label="Covers" error={errors.place}>
        {(control) => (
          <Select
            {...control}
            name="place"
            value={values.place}
            options={PLACES}
            onChange={(event) => set({ place: event.target.value as WhiteListFormValues['place'] })}
          />
        )}
      </Field>
      <Field label="This text" hint="Compared as text, capitals or not. A dot is a dot." error={errors.text ?? live}>
        {(control) => (
          <TextInput
            {...control}
            {...plain}
            name="text"
            value={values.text}
            placeholder="2001:db8:"
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
