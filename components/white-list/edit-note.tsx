'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { useFieldAction } from '@/components/users/use-field-action';
import type { WhiteListRow } from '@/lib/view/white-list';
import { shownEntry } from './entry-words';
import { NoteFields } from './note-fields';
import type { WhiteListActions } from './white-list-actions';

type Props = { row: WhiteListRow; save: WhiteListActions['saveNote']; onClose: () => void };

/** Note and last day of one entry; saved at once. */
export function EditNote({ row, save, onClose }: Props) {
  const { address, note, expiresOn } = row;
  const [values, setValues] = useState({ note, expiresOn });
  const toast = useToast();
  const { busy, errors, submit } = useFieldAction();
  const send = () =>
    submit(
      async () => {
        const result = await save({ address, values });
        if (result.status !== 'invalid') return result;
        const fields = Object.entries(result.fields).map(([path, words]) => [path.replace(/^values\./, ''), words]);
        return { ...result, fields: Object.fromEntries(fields) };
      },
      () => {
        toast({ message: 'Note saved' });
        onClose();
      },
    );
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" type="submit" form="entry-note" busy={busy}>
        Save note
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`Note of ${shownEntry(address).slice(0, 60)}`} footer={footer}>
      <form
        id="entry-note"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        className="flex flex-col gap-4 text-fg"
      >
        <p className="text-fg-2">Saved at once. ossec.conf stays as it is.</p>
        <NoteFields values={values} errors={errors} set={(patch) => setValues({ ...values, ...patch })} />
      </form>
    </Dialog>
  );
}
