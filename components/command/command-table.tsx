'use client';

import { Check, CircleX, Copy, TriangleAlert, Undo2 } from 'lucide-react';
import { ChangeMark } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import { type CommandRow, shownCommand } from '@/lib/forms/command-rows';
import type { FormScript } from '@/lib/forms/response-form-data';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { systemsOf } from '@/lib/ossec/findings/support/systems-of';
import { systemWords, whatItDoes } from './command-words';
import { scriptStatus } from './script-status';

type Actions = {
  onOpen: (row: CommandRow) => void;
  /** Absent for who may only look. */
  onDuplicate?: ((row: CommandRow) => void) | undefined;
  onUndo?: ((row: CommandRow) => void) | undefined;
};

type Props = Actions & { rows: readonly CommandRow[]; scripts: readonly FormScript[] | null };

const MARKS = { '+': 'added', '~': 'changed', '-': 'removed' } as const;
const LABELS = { '+': 'Added in your draft', '~': 'Changed in your draft', '-': 'Deleted in your draft' } as const;

/** All commands in file order, the draft worked in. */
export function CommandTable({ rows, scripts, ...actions }: Props) {
  return (
    <Table caption="Commands" records className="table-auto">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Executable</Th>
          <Th>Timeout</Th>
          <Th>Extra arguments</Th>
          <Th>Used by</Th>
          <Th>On this server</Th>
          <Th hidden className="w-20">
            Actions
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CommandLine key={row.key} row={row} scripts={scripts} {...actions} />
        ))}
      </tbody>
    </Table>
  );
}

/** The value before the draft struck out, then the new one. */
function Changed({ was, is, mono }: { was: string | null; is: string; mono?: boolean }) {
  const Word = mono ? 'code' : 'span';
  return (
    <>
      {was !== null && was !== is && (
        <>
          <s className="mr-1.5 text-fg-3">
            <Word>{was}</Word>
          </s>
          <span className="sr-only">now </span>
        </>
      )}
      <Word className={was !== null && was !== is ? 'text-violet-fg' : undefined}>{is}</Word>
    </>
  );
}

function CommandLine({
  row,
  scripts,
  onOpen,
  onDuplicate,
  onUndo,
}: Actions & { row: CommandRow; scripts: Props['scripts'] }) {
  const { mark, before, usedBy } = row;
  const facts = shownCommand(row);
  const gone = mark === '-';
  const was = mark === '~' ? before : null;
  const timeout = (allowed: boolean) => (allowed ? 'Allowed' : 'No');
  const args = (text: string | null) => text ?? 'None';
  return (
    <Tr
      data-row={row.key}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('button, a')) onOpen(row);
      }}
      className={cx(
        'relative cursor-pointer has-focus-visible:*:bg-surface-2',
        mark !== null &&
          '*:border-violet-line *:bg-violet-bg hover:*:bg-violet-bg max-desk:bg-violet-bg max-desk:shadow-[inset_2px_0_0_var(--violet-solid)] desk:[&>:first-child]:shadow-[inset_2px_0_0_var(--violet-solid)]',
      )}
    >
      <RowTh className="min-w-40">
        <span className="flex items-start gap-2.5">
          {mark && <ChangeMark change={MARKS[mark]} label={LABELS[mark]} />}
          <span className="min-w-0">
            <button
              type="button"
              data-open=""
              onClick={() => onOpen(row)}
              disabled={gone}
              className={cx('text-left font-strong wrap-anywhere hover:underline', gone && 'text-fg-3 line-through')}
            >
              <Changed was={was?.name ?? null} is={facts.name} />
            </button>
            <small className="block text-12 text-fg-2">
              {facts.shadowed
                ? 'Never used: an earlier command has this name'
                : stockCommandOf(facts.executable)
                  ? whatItDoes(facts.executable)
                  : 'Custom'}
            </small>
          </span>
        </span>
      </RowTh>
      <Td className={cx('wrap-anywhere', gone && 'text-fg-3 line-through')}>
        <Changed mono was={was?.executable ?? null} is={facts.executable} />
      </Td>
      <Td className={cx('max-desk:hidden!', !facts.timeoutAllowed && 'text-fg-3')}>
        <Changed was={was ? timeout(was.timeoutAllowed) : null} is={timeout(facts.timeoutAllowed)} />
      </Td>
      <Td
        className={cx('max-w-52 truncate max-desk:hidden!', facts.extraArgs === null && 'text-fg-3')}
        title={facts.extraArgs ?? undefined}
      >
        <Changed mono={facts.extraArgs !== null} was={was ? args(was.extraArgs) : null} is={args(facts.extraArgs)} />
      </Td>
      <Td className={cx('whitespace-nowrap', usedBy.length === 0 && 'text-fg-3')}>
        {gone
          ? 'Deleted in draft'
          : usedBy.length === 0
            ? 'Not used'
            : usedBy.length === 1
              ? '1 response'
              : `${usedBy.length} responses`}
      </Td>
      <Td className="whitespace-nowrap max-desk:hidden!">
        <ServerStatus executable={facts.executable} scripts={scripts} />
      </Td>
      <Td align="right" className="whitespace-nowrap max-desk:absolute! max-desk:top-2 max-desk:right-2">
        {mark && onUndo && (
          <IconButton size="s" label={`Undo: ${LABELS[mark].toLowerCase()}`} onClick={() => onUndo(row)}>
            <Undo2 className="icon-14" />
          </IconButton>
        )}
        {!gone && onDuplicate && (
          <IconButton size="s" label={`Duplicate ${facts.name}`} onClick={() => onDuplicate(row)}>
            <Copy className="icon-14" />
          </IconButton>
        )}
      </Td>
    </Tr>
  );
}

function ServerStatus({ executable, scripts }: { executable: string; scripts: Props['scripts'] }) {
  switch (scriptStatus(executable, scripts).kind) {
    case 'ready':
      return (
        <span className="inline-flex items-center gap-1.5 text-green-fg">
          <Check className="icon-14" /> Ready
        </span>
      );
    case 'not-executable':
      return (
        <span className="inline-flex items-center gap-1.5 text-red-fg">
          <CircleX className="icon-14" /> Cannot run
        </span>
      );
    case 'world-writable':
      return (
        <span className="inline-flex items-center gap-1.5 text-amber-fg">
          <TriangleAlert className="icon-14" /> Anyone can change it
        </span>
      );
    case 'missing':
      return (
        <span className="inline-flex items-center gap-1.5 text-amber-fg">
          <TriangleAlert className="icon-14" /> No such file
        </span>
      );
    case 'elsewhere':
      return <span className="text-fg-3">On {systemWords(systemsOf(executable))} agents</span>;
    default:
      return <span className="text-fg-3">Not known</span>;
  }
}
