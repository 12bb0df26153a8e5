'use client';

import { PencilLine, Trash2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { Badge, ChangeMark } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { SeverityIcon } from '@/components/ui/severity-mark';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import type { HeldBack, WhiteListRow } from '@/lib/view/white-list';
import { addressCount, shownEntry } from './entry-words';
import { HeldCell } from './held-cell';

export type RowActions = {
  onEdit: (row: WhiteListRow) => void;
  onRemove: (row: WhiteListRow) => void;
  onUndo: (row: WhiteListRow) => void;
};

type Props = { rows: readonly WhiteListRow[]; held: Promise<HeldBack>; actions: RowActions | null };

const MARKS = { '+': 'added', '-': 'removed' } as const;
const LABELS = { '+': 'Added in your draft', '-': 'Removed in your draft' } as const;
const VIOLET =
  '*:border-violet-line *:bg-violet-bg hover:*:bg-violet-bg max-desk:bg-violet-bg max-desk:shadow-[inset_2px_0_0_var(--violet-solid)] desk:[&>:first-child]:shadow-[inset_2px_0_0_var(--violet-solid)]';

/** Every entry in file order, the draft worked in. */
export function WhiteListTable({ rows, held, actions }: Props) {
  return (
    <Table caption="White list" records className="table-auto">
      <thead>
        <tr>
          <Th>Entry</Th>
          <Th>Covers</Th>
          <Th>Note</Th>
          <Th align="right">Held back</Th>
          <Th align="right">Line</Th>
          <Th hidden className="w-20">
            Actions
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <EntryLine key={`${row.mark} ${row.address}`} row={row} held={held} actions={actions} />
        ))}
      </tbody>
    </Table>
  );
}

function EntryLine({ row, held, actions }: { row: WhiteListRow } & Omit<Props, 'rows'>) {
  const { address, mark, lines, note, addedWords } = row;
  const gone = mark === '-';
  const name = shownEntry(address);
  return (
    <Tr data-row={address} className={cx('relative *:align-top', mark !== null && VIOLET)}>
      <RowTh className="min-w-36 max-desk:pr-20!">
        <span className="flex items-start gap-2.5">
          {mark && <ChangeMark change={MARKS[mark]} label={LABELS[mark]} />}
          <code className={cx('font-strong wrap-anywhere', gone && 'text-fg-3 line-through')}>{name}</code>
        </span>
      </RowTh>
      <Td className="min-w-44">
        <Covers row={row} />
      </Td>
      <Td className="min-w-36 wrap-anywhere">
        {note !== '' && <span className="block">{note}</span>}
        <Expiry row={row} />
        {addedWords && <small className="block text-12 text-fg-3">{addedWords}</small>}
        {note === '' && !addedWords && <span className="text-fg-3 max-desk:hidden">No note</span>}
      </Td>
      <Td num className="whitespace-nowrap">
        <HeldCell held={held} address={address} />
      </Td>
      <Td num className="whitespace-nowrap">
        {lines.length === 0 ? (
          <span className="text-fg-3">In draft</span>
        ) : (
          lines.map((line, at) => (
            <span key={line}>
              {at > 0 && ', '}
              <Link
                href={`/source?line=${line}`}
                prefetch={false}
                className="link"
                aria-label={`${name}, line ${line}`}
              >
                <span className="desk:hidden">Line </span>
                {line}
              </Link>
            </span>
          ))
        )}
      </Td>
      <Td align="right" className="whitespace-nowrap max-desk:absolute! max-desk:top-2 max-desk:right-2">
        {actions && <Buttons row={row} {...actions} />}
      </Td>
    </Tr>
  );
}

function Buttons({ row, onEdit, onRemove, onUndo }: { row: WhiteListRow } & RowActions) {
  const name = shownEntry(row.address);
  if (row.mark === '-') {
    return (
      <IconButton size="s" label={`Undo: remove ${name}`} onClick={() => onUndo(row)}>
        <Undo2 className="icon-14" />
      </IconButton>
    );
  }
  return (
    <>
      <IconButton size="s" label={`Note of ${name}`} title="Note and last day" onClick={() => onEdit(row)}>
        <PencilLine className="icon-14" />
      </IconButton>
      <IconButton size="s" label={`Remove ${name}`} title="Remove" onClick={() => onRemove(row)}>
        <Trash2 className="icon-14" />
      </IconButton>
    </>
  );
}

function Covers({ row: { description, coveredBy, mark } }: { row: WhiteListRow }) {
  const { words, addresses, trap } = description;
  return (
    <>
      <span className={cx('wrap-anywhere', mark === '-' && 'text-fg-3')}>{words}</span>
      {addresses !== null && addresses > 1 && (
        <small className="block text-12 text-fg-3">{addressCount(addresses)}</small>
      )}
      {trap && mark !== '-' && (
        <span className="mt-1 flex items-start gap-1.5 text-12">
          <SeverityIcon severity={trap.severity} className="icon-14 mt-px shrink-0" />
          <span className="min-w-0">
            <b className="font-medium">{trap.title}.</b> <span className="text-fg-2">{trap.detail}</span>
          </span>
        </span>
      )}
      {coveredBy !== null && (
        <small className="mt-0.5 block text-12 text-fg-2">
          <code>{shownEntry(coveredBy)}</code> covers all of it.
        </small>
      )}
    </>
  );
}

function Expiry({ row: { expiryWords, isExpired, mark } }: { row: WhiteListRow }) {
  if (!expiryWords) return null;
  if (isExpired && mark !== '-') return <Badge tone="amber">{expiryWords}</Badge>;
  return <small className="block text-12 text-fg-2">{expiryWords}</small>;
}
