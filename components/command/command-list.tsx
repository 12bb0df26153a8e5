'use client';

import { Plus, SquareTerminal } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SearchBox } from '@/components/ui/search-box';
import { useToast } from '@/components/ui/toast';
import { NeedsRole } from '@/components/users/needs-role';
import { type CommandRow, deletionOf, shownCommand } from '@/lib/forms/command-rows';
import type { ActionResult } from '@/lib/view/action-result';
import type { DrawerData } from './command-drawer';
import { CommandTable } from './command-table';
import { DeleteCommand } from './delete-command';
import { useListKeys } from './use-list-keys';

// The form comes when it is asked for: most visits only read the list.
const CommandDrawer = dynamic(() => import('./command-drawer').then((module) => module.CommandDrawer), { ssr: false });

/** From here on a search helps. */
const MANY = 12;

/** What brings the draft back to where it was. */
type Undoable = { previous: unknown; revision: string };

type Props = {
  rows: CommandRow[];
  data: DrawerData;
  /** False for who may only look. */
  mayEdit?: boolean;
  saveCommand: (input: { target: unknown; values: unknown }) => Promise<ActionResult>;
  removeCommand: (input: { changes: unknown; ids: string[] }) => Promise<ActionResult<Undoable>>;
  undoTo: (input: { changes: unknown; revision?: string }) => Promise<ActionResult>;
  takeBackChanges: (input: { ids: string[] }) => Promise<ActionResult>;
};

/** The commands of the manager, and the drawer that edits one. What is open is part of the address. */
export function CommandList(props: Props) {
  const { rows, data, mayEdit = true, saveCommand, removeCommand, undoTo, takeBackChanges } = props;
  const params = useSearchParams();
  const toast = useToast();
  const { busy, run } = useAction();
  const [asking, setAsking] = useState<CommandRow | null>(null);
  const [query, setQuery] = useState('');

  const address = (query: string) => window.history.pushState(null, '', `/commands${query}`);
  const [held, setHeld] = useState<CommandRow | null>(null);
  const found = rows.find(({ key, after }) => key === params.get('edit') && after !== null) ?? null;
  if (found && found !== held) setHeld(found);
  // Somebody removed it while it is open: its drawer stays, with what is typed.
  const edited = found ?? (held?.key === params.get('edit') ? held : null);
  const copied = rows.find(({ key }) => key === params.get('copy')) ?? null;
  const isOpen = edited !== null || (mayEdit && (copied !== null || params.get('new') !== null));

  const open = (row: CommandRow) => row.after && address(`?edit=${encodeURIComponent(row.key)}`);
  const duplicate = (row: CommandRow) => address(`?copy=${encodeURIComponent(row.key)}`);
  const undo = (row: CommandRow) =>
    run(
      () => takeBackChanges({ ids: row.changeIds }),
      () => toast({ message: `${shownCommand(row).name} is as it was before your draft` }),
    );

  const erase = (row: CommandRow) => {
    const { takeBack, changes } = deletionOf(row);
    const name = shownCommand(row).name;
    run(
      () => removeCommand({ changes, ids: takeBack }),
      ({ previous, revision }) => {
        setAsking(null);
        if (edited) address('');
        const message = row.block ? `${name} is deleted in your draft` : `${name} is no longer in your draft`;
        const restore = () => run(() => undoTo({ changes: previous, revision }));
        toast({ message, action: { label: 'Undo', run: restore } });
      },
    );
  };
  const remove = (row: CommandRow) => (row.usedBy.length > 0 ? setAsking(row) : erase(row));

  const byKey = (act: (row: CommandRow) => void) => (key: string) => {
    const row = rows.find((one) => one.key === key);
    if (row) act(row);
  };
  const editKeys = { d: byKey(duplicate), u: byKey((row) => row.mark && undo(row)) };
  useListKeys({ e: byKey(open), ...(mayEdit && editKeys) });

  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter((row) => {
    const text = `${shownCommand(row).name} ${shownCommand(row).executable}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const newButton = mayEdit && (
    <Button variant="primary" icon={<Plus />} onClick={() => address('?new=1')}>
      New command
    </Button>
  );
  return (
    <PageScaffold head={<PageHeader title="Commands" sub="What a response can run" actions={newButton} />}>
      {!mayEdit && <NeedsRole needs="edit" what="Changing a command" />}
      {rows.length > MANY && (
        <SearchBox
          label="Find by name or executable"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="mb-2.5 max-w-80"
        />
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<SquareTerminal />} title="No commands yet" action={newButton}>
          A command names a script that Wazuh can run. A response says when and where.
        </EmptyState>
      ) : (
        <div data-keys="list" className="max-desk:-mx-4">
          <CommandTable
            rows={shown}
            scripts={data.scripts}
            onOpen={open}
            onDuplicate={mayEdit ? duplicate : undefined}
            onUndo={mayEdit ? undo : undefined}
          />
          {shown.length === 0 && <p className="px-4 py-5 text-fg-2">No command matches “{query}”.</p>}
        </div>
      )}
      {isOpen && (
        <CommandDrawer
          key={edited?.key ?? `new ${copied?.key ?? ''}`}
          row={edited}
          copyOf={edited ? null : copied}
          position={edited ? rows.filter(({ after }) => after !== null).indexOf(edited) : null}
          data={data}
          save={mayEdit ? saveCommand : undefined}
          onDelete={remove}
          onClose={() => address('')}
        />
      )}
      <DeleteCommand row={asking} busy={busy} onCancel={() => setAsking(null)} onConfirm={erase} />
    </PageScaffold>
  );
}
