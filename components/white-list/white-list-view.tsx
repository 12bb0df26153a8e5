'use client';

import { Copy, Plus, ShieldCheck } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useListKeys } from '@/components/command/use-list-keys';
import { useAction } from '@/components/draft/use-action';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { copyText } from '@/components/ui/copy-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { SearchBox } from '@/components/ui/search-box';
import { useToast } from '@/components/ui/toast';
import { useCatchFocus } from '@/components/ui/use-catch-focus';
import { NeedsRole } from '@/components/users/needs-role';
import type { HeldBack, OwnAddressRow, WhiteListRow } from '@/lib/view/white-list';
import { asCsv, asText } from './copied-list';
import { EditNote } from './edit-note';
import { shownEntry } from './entry-words';
import { ExpiredCallout } from './expired-callout';
import { HeldNote } from './held-cell';
import { OwnAddressList } from './own-address-list';
import { TestAddress } from './test-address';
import { useRemoveEntries } from './use-remove-entries';
import type { GuardActions, WhiteListActions } from './white-list-actions';
import { WhiteListTable } from './white-list-table';

// The form comes when it is asked for: most visits only read the list.
const AddEntry = dynamic(() => import('./add-entry').then((module) => module.AddEntry), { ssr: false });

/** From here on a search helps. */
const MANY = 12;

type Props = {
  rows: WhiteListRow[];
  held: Promise<HeldBack>;
  own: OwnAddressRow[];
  /** The responses that block, in words. */
  by: string[];
  /** How many responses are on with the draft. */
  live: number;
  mayEdit: boolean;
  /** Why no change can be made to this file; null when it can. */
  problem: { message: string; hint: string } | null;
  actions: WhiteListActions &
    GuardActions & { guard: (input: { address: string }) => ReturnType<GuardActions['dismiss']> };
};

/** The addresses for which no response runs: what each entry really covers, and who put it there. */
export function WhiteListView({ rows, held, own, by, live, problem, actions, ...props }: Props) {
  const mayEdit = props.mayEdit && problem === null;
  const [adding, setAdding] = useState(false);
  const [edited, setEdited] = useState<WhiteListRow | null>(null);
  const [query, setQuery] = useState('');
  const { run } = useAction();
  const toast = useToast();
  const { remove } = useRemoveEntries(actions);

  const list = useCatchFocus<HTMLDivElement>({
    selector: 'tbody button',
    fallback: () => document.querySelector<HTMLElement>('[data-add-entry]'),
  });

  const undo = ({ changeId, address }: WhiteListRow) =>
    changeId &&
    run(
      () => actions.takeBack({ ids: [changeId] }),
      () => toast({ message: `${shownEntry(address)} is as it was before your draft` }),
    );
  const byKey = (act: (row: WhiteListRow) => void) => (key: string) => {
    const row = rows.find(({ address }) => address === key);
    if (row) act(row);
  };
  useListKeys(
    mayEdit ? { e: byKey((row) => row.mark !== '-' && setEdited(row)), u: byKey((row) => row.mark && undo(row)) } : {},
  );

  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter(({ address, note, description }) => {
    const text = `${address} ${note} ${description.words}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const staying = rows.filter(({ mark }) => mark !== '-').map(({ address }) => address);
  const expired = rows.filter(({ isExpired, mark }) => isExpired && mark === null);
  const addButton = mayEdit && (
    <Button variant="primary" icon={<Plus />} data-add-entry="" onClick={() => setAdding(true)}>
      Add entry
    </Button>
  );
  const head = (
    <PageHeader
      title="White list"
      sub="Alerts from these addresses run no response"
      actions={
        <>
          {rows.length > 0 && <CopyMenu rows={rows} />}
          {addButton}
        </>
      }
    />
  );
  return (
    <PageScaffold head={head} className="gap-4">
      {!props.mayEdit && <NeedsRole needs="edit" what="Changing the white list" />}
      {problem && (
        <Callout tone="red" title={problem.message}>
          {problem.hint}
        </Callout>
      )}
      {expired.length > 0 && (
        <ExpiredCallout
          expired={expired.map(({ address, expiryWords }) => ({ address, words: expiryWords ?? '' }))}
          actions={mayEdit ? actions : null}
        />
      )}
      {live === 0 && (
        <Callout title="The list is not in use">
          No response is on, so the manager does not load the white list. It counts as soon as one is.
        </Callout>
      )}
      <div className="grid grid-cols-1 items-start gap-4 mid:grid-cols-[minmax(0,1fr)_312px]">
        <div ref={list} className="min-w-0">
          {rows.length > MANY && (
            <SearchBox
              label="Find by entry or note"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              className="mb-2.5 max-w-80"
            />
          )}
          {rows.length === 0 ? (
            <EmptyState icon={<ShieldCheck />} title="The white list is empty" action={addButton}>
              Any address can be blocked, our own ones included. Add those that must never be.
            </EmptyState>
          ) : (
            <div data-keys="list" className="max-desk:-mx-4">
              <WhiteListTable
                rows={shown}
                held={held}
                actions={
                  mayEdit
                    ? {
                        onEdit: setEdited,
                        onUndo: undo,
                        onRemove: (row) => (row.mark === '+' ? undo(row) : remove([row.address])),
                      }
                    : null
                }
              />
              {shown.length === 0 && <p className="px-4 py-5 text-fg-2">No entry matches “{query}”.</p>}
              <HeldNote held={held} />
            </div>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <TestAddress entries={staying} isDraft={rows.some(({ mark }) => mark !== null)} live={live} />
          <OwnAddressList rows={own} by={by} actions={mayEdit ? actions : null} />
          <Callout title="Windows events are not covered">
            Only srcip is compared. The address of a Windows event stands elsewhere in the alert, so a listed address is
            blocked there, too.
          </Callout>
        </div>
      </div>
      {adding && (
        <AddEntry entries={staying} add={actions.add} undoTo={actions.undoTo} onClose={() => setAdding(false)} />
      )}
      {edited && <EditNote row={edited} save={actions.saveNote} onClose={() => setEdited(null)} />}
    </PageScaffold>
  );
}

function CopyMenu({ rows }: { rows: readonly WhiteListRow[] }) {
  const toast = useToast();
  const button = useRef<HTMLButtonElement>(null);
  const copy = async (text: string, words: string) => {
    const isCopied = button.current !== null && (await copyText(text, button.current));
    toast(isCopied ? { message: words } : { tone: 'failed', message: 'Could not copy. Use the page Source instead.' });
  };
  return (
    <Menu
      label="Copy the list"
      trigger={
        <Button ref={button} variant="ghost" icon={<Copy />}>
          Copy
        </Button>
      }
    >
      <MenuItem onSelect={() => copy(asText(rows), 'Entries copied')}>Entries, one a line</MenuItem>
      <MenuItem onSelect={() => copy(asCsv(rows), 'Table copied')}>Table with notes (CSV)</MenuItem>
    </Menu>
  );
}
