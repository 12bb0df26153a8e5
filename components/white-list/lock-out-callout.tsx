'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { NeedsRole } from '@/components/users/needs-role';
import type { LockOut } from '@/lib/view/lock-out';
import { DismissLockOut } from './dismiss-lock-out';
import { isGrave, joined, lockOutTitle, ownWords } from './lock-out-words';
import { useProtect } from './use-protect';
import type { GuardActions } from './white-list-actions';

/** `actions` null for who may only look. */
type Props = { lockOut: LockOut; actions: GuardActions | null };

/** Addresses of our own that a response could cut off, with the change that prevents it. */
export function LockOutCallout({ lockOut, actions }: Props) {
  const { open, by } = lockOut;
  const addresses = open.map(({ address }) => address);
  return (
    <Callout
      tone={isGrave(lockOut) ? 'red' : 'amber'}
      title={lockOutTitle(lockOut)}
      actions={actions && <Buttons addresses={addresses} actions={actions} />}
    >
      No white list entry covers <span className="font-medium text-fg wrap-anywhere">{joined(open.map(ownWords))}</span>
      . An alert that carries {open.length === 1 ? 'it' : 'one of them'} as its source, true or forged, is enough. What
      blocks: {joined(by, 3)}.{' '}
      <Link href="/white-list" className="link">
        White list
      </Link>
      {!actions && <NeedsRole needs="edit" what="Changing the white list" />}
    </Callout>
  );
}

function Buttons({ addresses, actions }: { addresses: readonly string[]; actions: GuardActions }) {
  const { busy, add } = useProtect(actions);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="s" variant="primary" busy={busy} onClick={() => add(addresses)}>
        {addresses.length === 1 ? 'Add to the white list' : `Add all ${addresses.length} to the white list`}
      </Button>
      <Button size="s" onClick={() => setAsking(true)}>
        Leave off
      </Button>
      {asking && <DismissLockOut addresses={addresses} dismiss={actions.dismiss} onClose={() => setAsking(false)} />}
    </>
  );
}
