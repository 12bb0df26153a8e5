'use client';

import { Filter as FilterIcon, Zap } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { startTransition, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button, ButtonLink } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { TabCount, tabChosen, tabItem, tabRest, tabRow } from '@/components/ui/tab-links';
import { useToast } from '@/components/ui/toast';
import type { Change } from '@/lib/ossec/edit/change';
import type { ActionResult } from '@/lib/view/action-result';
import { type ResponseRow, type RowRuns, shownFacts } from '@/lib/view/response-row';
import { countTabs, type Filter, filterRows, noFilter, readFilter, TABS, type Tab, writeFilter } from './filter-rows';
import { ListTools } from './list-tools';
import { labelOf, ResponseTableRow } from './response-table-row';
import { useListKeys } from './use-list-keys';

const TAB_WORDS: Record<Tab, string> = {
  all: 'All',
  active: 'Active',
  disabled: 'Disabled',
  never: 'Never fires',
  broken: 'Broken',
  draft: 'In draft',
};

/** Rows in the first paint; the others follow at once, without holding it up. */
const FIRST_ROWS = 40;

type Undoable = ActionResult<{ previous: Change[]; revision: string }>;

type Props = {
  rows: ResponseRow[];
  /** Comes behind the list; null where there is no history. */
  runs: Promise<RowRuns | null>;
  connected: number;
  search: string;
  readOnly: boolean;
  /** False for who may only look: nothing can be done with a response. */
  mayEdit?: boolean;
  addChanges: (input: { changes: unknown }) => Promise<Undoable>;
  takeBack: (input: { ids: string[] }) => Promise<Undoable>;
  undoTo: (input: { changes: unknown; revision?: string }) => Promise<ActionResult>;
};

const placeOf = ({ key, fingerprint }: ResponseRow) => ({
  ...(key.startsWith('c') ? { commented: Number(key.slice(1)) } : { index: Number(key.slice(1)) }),
  ...(fingerprint !== null && { fingerprint }),
});

/** The list of active responses: read as sentences, in file order, with the draft worked in. */
export function ResponseList(props: Props) {
  const { rows, runs, connected, search, readOnly, mayEdit = true, addChanges, takeBack, undoTo } = props;
  const router = useRouter();
  const toast = useToast();
  const { run } = useAction();
  const [filter, setFilter] = useState<Filter>(() => readFilter(new URLSearchParams(search)));
  const [limit, setLimit] = useState(FIRST_ROWS);
  useEffect(() => startTransition(() => setLimit(Number.POSITIVE_INFINITY)), []);
  useEffect(() => setFilter(readFilter(new URLSearchParams(search))), [search]);

  const change = (part: Partial<Filter>) => {
    const next = { ...filter, ...part };
    setFilter(next);
    window.history.replaceState(null, '', `/responses${writeFilter(next)}`);
  };

  const query = useDeferredValue(filter.query);
  const shown = useMemo(() => filterRows(rows, { ...filter, query }), [rows, filter, query]);
  const counts = useMemo(() => countTabs(rows), [rows]);
  const commands = useMemo(() => [...new Set(rows.flatMap((row) => shownFacts(row).command ?? []))].sort(), [rows]);

  const step = useCallback(
    (action: () => Promise<Undoable>, message: string) =>
      run(action, ({ previous, revision }) => {
        const undo = () => run(() => undoTo({ changes: previous, revision }));
        toast({ message, action: { label: 'Undo', run: undo } });
      }),
    [run, toast, undoTo],
  );
  const onSwitch = useCallback(
    (row: ResponseRow) => {
      const op = row.after?.off ? 'enable-response' : 'disable-response';
      const words = row.after?.off ? 'enabled' : 'disabled';
      step(() => addChanges({ changes: [{ op, ...placeOf(row) }] }), `${labelOf(row)} ${words} in your draft`);
    },
    [addChanges, step],
  );
  const onRemove = useCallback(
    (row: ResponseRow) =>
      step(
        () => addChanges({ changes: [{ op: 'remove-response', ...placeOf(row) }] }),
        `${labelOf(row)} deleted in your draft`,
      ),
    [addChanges, step],
  );
  const onTakeBack = useCallback(
    (row: ResponseRow) => step(() => takeBack({ ids: row.changeIds }), `Change to ${labelOf(row)} taken back`),
    [takeBack, step],
  );

  const keys = useMemo(() => shown.map(({ key }) => key), [shown]);
  const onKey = useCallback(
    (key: string, rowKey: string): boolean => {
      const row = rows.find((one) => one.key === rowKey);
      if (!row) return false;
      const isHere = row.mark !== '-';
      if ((key === 'Enter' || key === 'e') && isHere) router.push(`/responses/${row.key}`);
      else if (mayEdit && key === 'd' && isHere) router.push(`/responses/new?from=${row.key}`);
      else if (key === 'x' && row.line !== null) router.push(`/source?line=${row.line}`);
      else if (mayEdit && key === 'u' && row.changeIds.length > 0) onTakeBack(row);
      else return false;
      return true;
    },
    [rows, router, onTakeBack, mayEdit],
  );
  const selected = useListKeys(keys, onKey);

  return (
    <div className="-mx-4 px-4 desk:mx-0 desk:px-0" data-keys="list">
      <div role="tablist" aria-label="Which responses" className={cx(tabRow, '-mx-4 px-4 desk:mx-0 desk:px-0')}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            aria-selected={filter.tab === tab}
            onClick={() => change({ tab })}
            className={cx(tabItem, filter.tab === tab ? tabChosen : tabRest)}
          >
            {TAB_WORDS[tab]}
            <TabCount>{counts[tab]}</TabCount>
          </button>
        ))}
      </div>
      <ListTools filter={filter} commands={commands} onChange={change} />
      <p role="status" className="sr-only">
        {shown.length} of {rows.length} responses shown
      </p>
      {shown.length === 0 ? (
        <Nothing rows={rows} onClear={() => change(noFilter)} readOnly={readOnly} />
      ) : (
        <table className="w-full border-separate border-spacing-0 desk:table-fixed max-desk:block max-desk:[&>tbody]:block max-desk:[&>thead]:sr-only">
          <caption className="sr-only">Active responses, in file order</caption>
          <thead>
            <tr className="*:h-[34px] *:border-line *:border-b *:px-2.5 *:text-left *:text-12 *:font-medium *:whitespace-nowrap *:text-fg-3">
              <th scope="col" className="w-[34px]">
                <span className="sr-only">In the draft</span>
              </th>
              <th scope="col">When an alert has</th>
              <th scope="col" className="w-[120px] mid:w-[150px] wide:w-[172px]">
                Run
              </th>
              <th scope="col" className="w-[160px] mid:w-[190px] wide:w-[208px]">
                On
              </th>
              <th scope="col" className="w-[76px] wide:w-[92px]">
                For
              </th>
              <th scope="col" className="w-[150px] mid:w-[160px] wide:w-[186px]">
                State
              </th>
              <th scope="col" className="hidden w-[148px] mid:table-cell">
                <span className="block text-right">Past alerts, 7 days</span>
              </th>
              <th scope="col" className="w-[76px] wide:w-[84px]">
                Findings
              </th>
              <th scope="col" className="w-[52px]">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, limit).map((row) => (
              <ResponseTableRow
                key={row.key}
                row={row}
                runs={runs}
                selected={selected === row.key}
                connected={connected}
                mayEdit={mayEdit}
                onSwitch={onSwitch}
                onRemove={onRemove}
                onTakeBack={onTakeBack}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Nothing({ rows, onClear, readOnly }: { rows: ResponseRow[]; onClear: () => void; readOnly: boolean }) {
  if (rows.length > 0) {
    return (
      <EmptyState
        icon={<FilterIcon />}
        title="No response matches"
        action={<Button onClick={onClear}>Clear the filter</Button>}
      >
        {rows.length} {rows.length === 1 ? 'response is' : 'responses are'} hidden by it.
      </EmptyState>
    );
  }
  const start = (
    <ButtonLink href="/responses/new" variant="primary">
      New active response
    </ButtonLink>
  );
  return (
    <EmptyState icon={<Zap />} title="No active responses yet" action={readOnly ? undefined : start}>
      Wazuh only alerts for now. Start with one safe response.
    </EmptyState>
  );
}
