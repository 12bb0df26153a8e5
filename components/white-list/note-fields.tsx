import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { WhiteListFormValues } from '@/lib/forms/white-list-form';

type Note = Pick<WhiteListFormValues, 'note' | 'expiresOn'>;
type Props = { values: Note; set: (patch: Partial<Note>) => void; errors: Record<string, string | undefined> };

/** Why an entry is there, and until when. Kept by Riposte: neither is part of ossec.conf. */
export function NoteFields({ values, set, errors }: Props) {
  return (
    <>
      <Field label="Note" optional hint="Whose address it is, who asked for it." error={errors.note}>
        {(control) => (
          <TextArea
            {...control}
            name="note"
            value={values.note}
            maxLength={500}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Last day"
        optional
        hint="Riposte then reminds you. It does not remove the entry by itself."
        error={errors.expiresOn}
      >
        {(control) => (
          <TextInput
            {...control}
            type="date"
            name="expiresOn"
            value={values.expiresOn}
            className="max-w-48"
            onChange={(event) => set({ expiresOn: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
