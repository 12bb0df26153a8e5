'use client';

import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { useCatchFocus } from '@/components/ui/use-catch-focus';
import type { ActionResult } from '@/lib/view/action-result';
import { OWN_WORDS } from '@/lib/view/lock-out';
import type { OwnAddressRow } from '@/lib/view/white-list';
import { DismissLockOut } from './dismiss-lock-out';
import { shownEntry } from './entry-words';
import { useProtect } from './use-protect';
import type { GuardActions } from './white-list-actions';

type Actions = GuardActions & { guard: (input: { address: string }) => Promise<ActionResult> };
type Props = {
  rows: readonly OwnAddressRow[];
  /** The responses that block; without one nothing can be cut off. */
  by: readonly string[];
  /** Null for who may only look. */
  actions: Actions | null;
};

/** Our own addresses, each with what protects it. */
export function OwnAddressList({ rows, by, actions }: Props) {
  const [asking, setAsking] = useState<string | null>(null);
  const root = useCatchFocus<HTMLUListElement>({ selector: 'button', fallback: (list) => list });
  return (
    <Panel title="Our own addresses">
      {rows.length === 0 ? (
        <p className="px-4 pb-3 text-fg-2">None is known: this host tells no address but its loopback.</p>
      ) : (
        <ul ref={root} tabIndex={-1} aria-label="Our own addresses" className="flex flex-col">
          {rows.map((row) => (
            <OwnLine key={row.address} row={row} isBlocking={by.length > 0} actions={actions} onDismiss={setAsking} />
          ))}
        </ul>
      )}
      <p className="border-line border-t px-4 py-2.5 text-12 text-fg-2">
        {by.length === 0 ? 'No response that is on is known to block an address. ' : ''}
        The dashboard stands in no file of the manager. Where it runs on a host of its own, add its address by hand.
      </p>
      {asking !== null && actions && (
        <DismissLockOut addresses={[asking]} dismiss={actions.dismiss} onClose={() => setAsking(null)} />
      )}
    </Panel>
  );
}

type LineProps = {
  row: OwnAddressRow;
  isBlocking: boolean;
  actions: Actions | null;
  onDismiss: (address: string) => void;
};

function OwnLine({ row, isBlocking, actions, onDismiss }: LineProps) {
  const { address, what, name, coveredBy, dismissed } = row;
  const isOpen = coveredBy === null && dismissed === null;
  const words = name ?? OWN_WORDS[what];
  return (
    <li className="flex flex-wrap items-start gap-x-2.5 gap-y-1 border-line border-t px-4 py-2 first:border-t-0">
      <span className="mt-0.5">
        {coveredBy !== null && <Check className="text-green-fg" />}
        {coveredBy === null && <TriangleAlert className={isOpen && isBlocking ? 'text-amber-fg' : 'text-fg-3'} />}
      </span>
      <span className="min-w-0 flex-1 basis-40">
        <span className="block">
          <code className="font-strong wrap-anywhere">{address}</code>{' '}
          <span className="text-fg-2">{words.charAt(0).toUpperCase() + words.slice(1)}</span>
        </span>
        <small className="block text-12 text-fg-2 wrap-anywhere">
          {coveredBy !== null && (
            <>
              Covered by <code>{shownEntry(coveredBy)}</code>
            </>
          )}
          {isOpen && (isBlocking ? 'Not covered: a response can block it' : 'Not covered')}
          {coveredBy === null && dismissed && `Left off by ${dismissed.who}, ${dismissed.when}: ${dismissed.reason}`}
        </small>
      </span>
      {actions && coveredBy === null && <LineButtons row={row} actions={actions} onDismiss={onDismiss} />}
    </li>
  );
}

function LineButtons({
  row,
  actions,
  onDismiss,
}: {
  row: OwnAddressRow;
  actions: Actions;
  onDismiss: LineProps['onDismiss'];
}) {
  const { address, dismissed } = row;
  const { busy, add } = useProtect(actions);
  const guarding = useAction();
  return (
    <span className="flex gap-1.5">
      <Button size="s" busy={busy} aria-label={`Add ${address} to the white list`} onClick={() => add([address])}>
        Add
      </Button>
      {dismissed ? (
        <Button
          size="s"
          variant="ghost"
          busy={guarding.busy}
          aria-label={`Warn again about ${address}`}
          onClick={() => guarding.run(() => actions.guard({ address }))}
        >
          Warn again
        </Button>
      ) : (
        <Button size="s" variant="ghost" aria-label={`Leave off ${address}`} onClick={() => onDismiss(address)}>
          Leave off
        </Button>
      )}
    </span>
  );
}
