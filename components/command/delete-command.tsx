'use client';

import { PhraseText } from '@/components/describe/phrase-text';
import { ConfirmDialog } from '@/components/ui/dialog';
import { type CommandRow, shownCommand } from '@/lib/forms/command-rows';

const MOST = 8;

type Props = { row: CommandRow | null; busy: boolean; onCancel: () => void; onConfirm: (row: CommandRow) => void };

/** Asks before a command goes that responses use: they go with it, and are listed. */
export function DeleteCommand({ row, busy, onCancel, onConfirm }: Props) {
  if (!row) return null;
  const { usedBy } = row;
  const what = usedBy.length === 1 ? '1 response' : `${usedBy.length} responses`;
  return (
    <ConfirmDialog
      open
      title={`Delete ${shownCommand(row).name} with ${what}?`}
      confirmLabel={`Delete with ${what}`}
      busy={busy}
      onCancel={onCancel}
      onConfirm={() => onConfirm(row)}
    >
      <p>
        {usedBy.length === 1 ? 'This response runs it and goes with it:' : 'These responses run it and go with it:'}
      </p>
      <ul className="my-2 grid gap-1 text-fg">
        {usedBy.slice(0, MOST).map(({ key, sentence }) => (
          <li key={key} className="rounded-control border border-line px-2.5 py-1.5 wrap-anywhere">
            <PhraseText phrase={sentence} />
          </li>
        ))}
      </ul>
      {usedBy.length > MOST && <p>and {usedBy.length - MOST} more.</p>}
      <p>The manager is not affected before you apply.</p>
    </ConfirmDialog>
  );
}
