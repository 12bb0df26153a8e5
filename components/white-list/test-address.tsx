'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { TextInput } from '@/components/ui/text-input';
import { isRefused } from '@/lib/alerts/is-refused';
import { isAddressOrName } from '@/lib/ossec/white-list/is-address-or-name';
import { isListed } from '@/lib/ossec/white-list/is-listed';
import { parseEntry } from '@/lib/ossec/white-list/parse-entry';
import { shownEntry } from './entry-words';

type Props = {
  /** As the draft leaves them. */
  entries: readonly string[];
  isDraft: boolean;
  /** How many responses are on: without one the manager does not even load the list. */
  live: number;
};

/** Does the list hold a response back for this address? Answered at each keystroke, as the manager compares. */
export function TestAddress({ entries, isDraft, live }: Props) {
  const [typed, setTyped] = useState('');
  const address = typed.trim();
  return (
    <Panel title="Test an address" sub={isDraft ? 'with your draft' : undefined}>
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <Field label="Source address of an alert" hint="An address, or a host name: srcip as the alert carries it.">
          {(control) => (
            <TextInput
              {...control}
              mono
              value={typed}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              placeholder="192.0.2.10"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div aria-live="polite" className="empty:-mt-3">
          {address !== '' && <Answer address={address} entries={entries} live={live} />}
        </div>
      </div>
    </Panel>
  );
}

function Answer({ address, entries, live }: { address: string } & Omit<Props, 'isDraft'>) {
  const fatal = entries.find((entry) => parseEntry(entry).kind === 'refused');
  if (fatal !== undefined)
    return (
      <p className="wrap-anywhere">
        The manager does not start with <code>{fatal.slice(0, 60)}</code> in the list. Correct it first.
      </p>
    );
  const isOdd = isRefused({ srcip: address, user: null });
  if (!isOdd && !isAddressOrName(address))
    return (
      <p className="wrap-anywhere">
        <b className="font-strong">{address.slice(0, 60)} is not an address.</b>{' '}
        <span className="text-fg-2">Type it whole, as in 192.0.2.10 or 2001:db8::1.</span>
      </p>
    );
  const covering = entries.filter((entry) => isListed(address, [entry]));
  if (live === 0) return <p className="text-fg-2">No response is on, so nothing runs for any address.</p>;
  if (isOdd && covering.length === 0) {
    return <p className="text-fg-2">Nothing runs: Wazuh refuses an alert whose srcip has such characters.</p>;
  }
  if (covering.length === 0) {
    return (
      <p>
        <b className="font-strong">The white list does not hold it back.</b>{' '}
        <span className="text-fg-2">No entry covers this address.</span>
      </p>
    );
  }
  return (
    <>
      <p>
        <b className="font-strong">Nothing would run.</b>{' '}
        <span className="text-fg-2">
          {covering.length === 1 ? '1 entry covers it:' : `${covering.length} entries cover it:`}
        </span>
      </p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {covering.map((entry) => (
          <li key={entry}>
            <code className="wrap-anywhere">{shownEntry(entry)}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
