'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { NeedsRole } from '@/components/users/needs-role';
import { shownEntry } from './entry-words';
import { joined } from './lock-out-words';
import { useRemoveEntries } from './use-remove-entries';
import type { WhiteListActions } from './white-list-actions';

/** An entry whose last day is over, with how long ago. */
export type ExpiredEntry = { address: string; words: string };

type Props = {
  expired: readonly ExpiredEntry[];
  /** Null for who may only look. */
  actions: Pick<WhiteListActions, 'change' | 'undoTo'> | null;
  /** Elsewhere than on the page of the list. */
  link?: boolean;
};

/** Entries that should be gone; nothing removes them by itself. */
export function ExpiredCallout({ expired, actions, link }: Props) {
  const one = expired.length === 1;
  return (
    <Callout
      tone="amber"
      title={one ? '1 white list entry has expired' : `${expired.length} white list entries have expired`}
      actions={actions && <RemoveButton addresses={expired.map(({ address }) => address)} actions={actions} />}
    >
      {joined(expired.map(({ address, words }) => `${shownEntry(address)} ${words}`))}. {one ? 'It stays' : 'They stay'}{' '}
      in ossec.conf and {one ? 'counts' : 'count'} until you remove {one ? 'it' : 'them'}.{' '}
      {link && (
        <Link href="/white-list" className="link">
          White list
        </Link>
      )}
      {!actions && <NeedsRole needs="edit" what="Removing them" />}
    </Callout>
  );
}

function RemoveButton({
  addresses,
  actions,
}: {
  addresses: readonly string[];
  actions: NonNullable<Props['actions']>;
}) {
  const { busy, remove } = useRemoveEntries(actions);
  return (
    <Button size="s" busy={busy} onClick={() => remove(addresses)}>
      {addresses.length === 1 ? 'Remove in draft' : `Remove all ${addresses.length} in draft`}
    </Button>
  );
}
